import { join } from 'node:path';
import { resourcesOfType } from '../assembly/assembly.ts';
import type { Doors } from '../assembly/identity.ts';
import { toLocalText } from '../assembly/local-addresses.ts';
import { createConsole } from '../console/console.ts';
import { queueStates } from '../engines/queue-states.ts';
import { partitionKey } from '../engines/tables.ts';
import { createEventSources, type EventSources } from '../event-sources/event-sources.ts';
import { callersOf } from '../gateway/callers.ts';
import { createGateway } from '../gateway/gateway.ts';
import { createKeyRights } from '../gateway/key-rights.ts';
import { createHttpApi } from '../http-api/http-api.ts';
import { nodeFunctions } from '../lambda/lambda-function.ts';
import { createOrigin, type Door } from '../origin.ts';
import { createPages } from '../pages/pages.ts';
import type { Overhear, Part } from '../runtime.ts';
import { operatorEnvironment } from './operator-environment.ts';
import type { DataEngines } from './data-engines.ts';
import type { Services } from './services.ts';

interface Options {
  readonly portBase: number;
  readonly doors: Doors;
  readonly engines: DataEngines;
  readonly services: Services;
  readonly log: (line: string) => void;
  readonly overhear: Overhear;
}

/** The endpoint of the AWS services. */
export function gatewayOf({ portBase, engines, services, log, overhear }: Options, sources: EventSources): Part {
  const { resources } = engines.assembly;
  const tables = resourcesOfType(resources, 'AWS::DynamoDB::Table');
  const { functions, flows, scheduler, signIn, mail, authorize, faults, clock } = services;
  return createGateway({
    port: portBase + 1,
    engines: { dynamodb: engines.dynamodb, sqs: engines.fauxqs.endpoint, s3: engines.fauxqs.endpoint },
    services: {
      states: flows.service,
      scheduler: scheduler.service,
      'cognito-idp': signIn.service,
      ses: mail.service,
    },
    callers: callersOf(nodeFunctions(resources)),
    partitionKeys: new Map(tables.map((table) => [table.physicalId, partitionKey(table)])),
    authorize,
    keyRights: createKeyRights(resources),
    faults,
    clock,
    crash: (sessionToken) => functions.crash(sessionToken),
    answered: ({ rights }) => sources.answered(rights),
    log,
    overhear,
  });
}

/** The public address: console, sign-in, API and pages, asked in this order. */
export function originOf({ portBase, doors, engines, services, log, overhear }: Options): Part {
  const { assembly, fauxqs } = engines;
  const { resources } = assembly;
  const { clock, flows, scheduler, signIn, mail, functions, faults } = services;
  const localConsole = createConsole({
    clock,
    executions: () => flows.executions(),
    queues: () => queueStates(fauxqs.queues, resources),
    schedules: () => scheduler.schedules(),
    captured: () => mail.captured(),
    token: (user) => signIn.token(user),
    environment: () => operatorEnvironment(services, doors),
    faults,
    log,
  });
  const httpApi = createHttpApi({
    resources,
    invoker: functions,
    keysOf: (issuer) => signIn.keysOf(issuer),
    clock,
    log,
  });
  const pages = createPages({
    resources,
    assetPath: (objectKey) => assembly.assetPath(objectKey),
    toLocal: (text) => toLocalText(text, doors),
    log,
  });
  const inOrder: Door[] = [localConsole, signIn, httpApi, pages].map(
    (door) =>
      (...call) =>
        door.handle(...call),
  );
  return createOrigin(portBase, inOrder, { log, overhear });
}

/** What wakes the functions. */
export function eventSourcesOf(
  { engines, services, log }: Options,
  beginAtEnd: boolean,
  keepDir: string | undefined,
): EventSources {
  return createEventSources({
    resources: engines.assembly.resources,
    functions: services.lambdas,
    engines: { dynamodb: engines.dynamodb, sqs: engines.fauxqs.endpoint },
    invoker: services.functions,
    authorize: services.authorize,
    faults: services.faults,
    beginAtEnd,
    // Not with the state of the other parts: a position means something in this database only, never in an image.
    ...(keepDir ? { checkpointFile: join(keepDir, 'stream-positions.json') } : {}),
    log,
  });
}
