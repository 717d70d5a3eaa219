import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadAssembly, resourcesOfType } from './assembly/assembly.ts';
import type { Doors } from './assembly/identity.ts';
import { createClock } from './clock/clock.ts';
import { createConsole } from './console/console.ts';
import { createDynamoDbLocal } from './engines/dynamodb-local.ts';
import { createFauxqs } from './engines/fauxqs.ts';
import { findJava } from './engines/java.ts';
import { messagesIn, queueStates } from './engines/queue-states.ts';
import { createTables, partitionKey } from './engines/tables.ts';
import { createEventSources } from './event-sources/event-sources.ts';
import { createStepFunctions } from './flows/step-functions.ts';
import { createAuthorizer } from './gateway/authorize.ts';
import { callersOf } from './gateway/callers.ts';
import { createFaults, type Faults } from './gateway/faults.ts';
import { createGateway } from './gateway/gateway.ts';
import { createHttpApi } from './http-api/http-api.ts';
import { restoreImage, restoreState, saveImage } from './image/image.ts';
import { createFunctions } from './lambda/functions.ts';
import { awsAccess, lambdaFunctions, nodeFunctions } from './lambda/lambda-function.ts';
import { createMail } from './mail/mail.ts';
import { createOrigin, type Door } from './origin.ts';
import { createPages } from './pages/pages.ts';
import { untilQuiet } from './quiet.ts';
import type { Invoker, LocalClock, Part } from './runtime.ts';
import { createSignIn } from './sign-in/sign-in.ts';

export interface RuntimeOptions {
  /** The public origin's port; the gateway, DynamoDB Local and SQS/S3 take the next three. */
  readonly portBase: number;
  /** The synthesized assembly, or the promise of it: the engines start meanwhile. */
  readonly assemblyDir: string | Promise<string>;
  /** Logs, caches and the state of parts that need files. */
  readonly stateDir: string;
  /** Data survive here; in memory without it. */
  readonly keepDir?: string;
  /** An image to begin with, where the folder exists and nothing is kept. */
  readonly image?: string;
  readonly log: (line: string) => void;
}

export interface Runtime {
  /** The public origin. */
  readonly url: string;
  readonly clock: LocalClock;
  readonly invoker: Invoker;
  readonly faults: Faults;
  /** What an operator's process needs: the variables of all functions, endpoints, operator credentials, ATTEST_ORIGIN. */
  readonly environment: Readonly<Record<string, string>>;
  /** The bodies of the messages a queue holds, by the queue's name. */
  messagesIn(queue: string): readonly string[];
  /** Whether the system begins empty: neither an image nor kept data. */
  readonly empty: boolean;
  /** Resolves once nothing moves but what waits for a person or a time; false when that takes longer. */
  untilQuiet(timeoutMs: number): Promise<boolean>;
  saveImage(folder: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts everything the template names and resolves when it answers. On failure nothing is left running. */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const started: Part[] = [];
  const begin: Begin = async (part) => {
    started.push(part);
    await part.start();
  };
  const stop = async () => {
    for (let part = started.pop(); part; part = started.pop()) await part.stop();
  };
  try {
    return { ...(await assemble(options, begin)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Begin = (part: Part) => Promise<void>;

async function assemble(options: RuntimeOptions, begin: Begin): Promise<Omit<Runtime, 'stop'>> {
  const { portBase, log } = options;
  const doors: Doors = { origin: `http://127.0.0.1:${portBase}`, gateway: `http://127.0.0.1:${portBase + 1}` };
  const beginning = chooseBeginning(options);
  const stateFile = (name: string) => join(beginning.stateFolder, name);

  const dynamodb = createDynamoDbLocal({
    java: await findJava(),
    port: portBase + 2,
    ...(options.keepDir ? { dbPath: join(options.keepDir, 'tables') } : {}),
  });
  const tableEngine = begin(dynamodb);
  // Whoever fails first tells why; the engine's own failure is awaited below.
  tableEngine.catch(() => {});
  const assembly = loadAssembly(await options.assemblyDir, doors);
  const { resources } = assembly;
  const ofType = (...types: string[]) => resourcesOfType(resources, ...types);
  const tables = ofType('AWS::DynamoDB::Table');
  const queues = ofType('AWS::SQS::Queue');

  const fauxqs = createFauxqs({
    port: portBase + 3,
    queues,
    buckets: ofType('AWS::S3::Bucket'),
    ...(options.keepDir ? { dataDir: join(options.keepDir, 'messages-and-objects') } : {}),
  });
  await Promise.all([tableEngine, begin(fauxqs)]);
  await createTables(dynamodb.endpoint, tables);
  const imageParts = {
    dynamodb: dynamodb.endpoint,
    tableNames: tables.map(({ physicalId }) => physicalId),
    objects: fauxqs.objects,
  };
  if (beginning.image) await restoreImage(beginning.image, imageParts);

  const clock = createClock({ file: stateFile('clock') });
  const authorize = createAuthorizer(resources);
  const lambdas = lambdaFunctions(assembly, doors.gateway);
  const functions = createFunctions({
    functions: lambdas,
    clock,
    logFolder: join(options.stateDir, 'logs'),
    cacheFolder: join(options.stateDir, 'compile-cache'),
    log,
  });
  const flows = createStepFunctions({
    machines: ofType('AWS::StepFunctions::StateMachine'),
    invoker: functions,
    clock,
    authorize,
    journalFile: stateFile('executions.jsonl'),
    endpoint: doors.gateway,
  });
  const signIn = createSignIn({
    pools: ofType('AWS::Cognito::UserPool'),
    clients: ofType('AWS::Cognito::UserPoolClient'),
    origin: doors.origin,
    clock,
    usersFile: stateFile('users.json'),
    keyFile: stateFile('signing-key.json'),
    log,
  });
  const mail = createMail({ clock });
  const faults = createFaults({ replace: (rules) => flows.abortAfter(rules), list: () => flows.abortRules() });
  const gateway = createGateway({
    port: portBase + 1,
    engines: { dynamodb: dynamodb.endpoint, sqs: fauxqs.endpoint, s3: fauxqs.endpoint },
    services: { states: flows.service, 'cognito-idp': signIn.service, ses: mail.service },
    callers: callersOf(nodeFunctions(resources)),
    partitionKeys: new Map(tables.map((table) => [table.physicalId, partitionKey(table)])),
    authorize,
    faults,
    clock,
    crash: (sessionToken) => functions.crash(sessionToken),
    log,
  });
  const sources = createEventSources({
    resources,
    functions: lambdas,
    engines: { dynamodb: dynamodb.endpoint, sqs: fauxqs.endpoint },
    invoker: functions,
    authorize,
    faults,
    beginAtEnd: !beginning.empty,
    ...(options.keepDir ? { checkpointFile: stateFile('stream-positions.json') } : {}),
    log,
  });
  const httpApi = createHttpApi({
    resources,
    invoker: functions,
    keysOf: (issuer) => signIn.keysOf(issuer),
    clock,
    log,
  });
  const pages = createPages({ resources, assetPath: assembly.assetPath, log });
  const states = () => queueStates(fauxqs.queues, queues);
  const console = createConsole({
    clock,
    executions: () => flows.executions(),
    queues: states,
    schedules: () => [],
    captured: () => mail.captured(),
    token: (user) => signIn.token(user),
    faults,
    log,
  });
  const doorsInOrder: Door[] = [console, signIn, httpApi, pages].map(
    (door) => (request, response) => door.handle(request, response),
  );
  const origin = createOrigin(portBase, doorsInOrder, log);
  for (const part of [functions, gateway, signIn, flows, sources, origin]) await begin(part);

  const isQuiet = () =>
    functions.busy() === 0 &&
    sources.idle() &&
    flows.executions().every(({ status, openTokens }) => status !== 'RUNNING' || openTokens > 0) &&
    states().every(({ ready, inFlight, delayed, deadLetters }) => deadLetters || ready + inFlight + delayed === 0);

  return {
    url: doors.origin,
    clock,
    invoker: functions,
    faults,
    messagesIn: (queue) => messagesIn(fauxqs.queues, queue),
    environment: {
      ...Object.fromEntries(lambdas.flatMap(({ environment }) => Object.entries(environment))),
      ...awsAccess('operator', doors.gateway),
      ATTEST_ORIGIN: doors.origin,
    },
    empty: beginning.empty,
    untilQuiet: (timeoutMs) => untilQuiet(isQuiet, timeoutMs),
    saveImage: (folder) => saveImage(folder, beginning.stateFolder, imageParts),
  };
}

interface Beginning {
  readonly stateFolder: string;
  readonly image: string | undefined;
  readonly empty: boolean;
}

/** Kept data win over an image, an image over nothing. Kept data count once they were seeded; a cut seed starts over. */
function chooseBeginning({ stateDir, keepDir, image }: RuntimeOptions): Beginning {
  const stateFolder = join(keepDir ?? stateDir, 'state');
  if (keepDir && existsSync(join(keepDir, 'seeded'))) return { stateFolder, image: undefined, empty: false };
  if (keepDir) rmSync(keepDir, { recursive: true, force: true });
  rmSync(stateFolder, { recursive: true, force: true });
  mkdirSync(stateFolder, { recursive: true });
  if (!image || !existsSync(image)) return { stateFolder, image: undefined, empty: true };
  restoreState(image, stateFolder);
  return { stateFolder, image, empty: false };
}
