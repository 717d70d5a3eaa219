import { join } from 'node:path';
import { createDynamoDbLocal } from '../engines/dynamodb-local.ts';
import { findJava } from '../engines/java.ts';
import { createWarmInstances, type WarmInstances } from '../lambda/warm-instances.ts';
import type { Part } from '../runtime.ts';
import { type Beginning, chooseBeginning } from './beginning.ts';

export interface BeginOptions {
  /** The public origin's port; the gateway, DynamoDB Local and SQS/S3 take the next three. */
  readonly portBase: number;
  /** Logs, caches and the state of parts that need files. One runtime at a time may use it. */
  readonly stateDir: string;
  /** Data survive here; in memory without it. */
  readonly keepDir?: string;
  /** An image to begin with, where the folder exists and nothing is kept. */
  readonly image?: string;
  /** It ends within minutes, or begins again. */
  readonly isBrief?: boolean;
}

/** A start that is under way: it is known what the system begins with, and its slowest engine is starting. */
export interface Begun {
  readonly beginning: Beginning;
  readonly dynamodb: Part & { readonly endpoint: string };
  readonly warm: WarmInstances;
  /** Settles when DynamoDB Local answers or could not be started. */
  readonly answering: Promise<void>;
}

/** Everything a start can do before the assembly is there and the other parts are loaded. Rejects when there is no Java. */
export async function beginStart(options: BeginOptions): Promise<Begun> {
  const { portBase, stateDir, keepDir, image, isBrief = false } = options;
  const java = await findJava();
  const beginning = chooseBeginning({ stateDir, ...(keepDir ? { keepDir } : {}), ...(image ? { image } : {}) });
  const dbPath = keepDir ? { dbPath: join(keepDir, 'tables') } : {};
  const dynamodb = createDynamoDbLocal({ java, port: portBase + 2, isBrief, ...dbPath });
  const answering = dynamodb.start();
  // Whoever waits for it is told; until then a failing build has the first word.
  answering.catch(() => {});
  return { beginning, dynamodb, warm: createWarmInstances(), answering };
}

/**
 * A start with the instances that wait; the rest has stopped. The engine starts anew: it keeps the records of streams whose tables are gone,
 * and reads through all of them whenever it is asked for the next ones.
 */
export async function beginAnew(begun: Begun, { stateDir, image }: Omit<BeginOptions, 'keepDir'>): Promise<Begun> {
  const { dynamodb } = begun;
  await dynamodb.stop();
  const answering = dynamodb.start();
  answering.catch(() => {});
  return { ...begun, answering, beginning: chooseBeginning({ stateDir, ...(image ? { image } : {}) }) };
}
