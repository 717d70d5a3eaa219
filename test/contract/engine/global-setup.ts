import { createServer } from 'node:net';
import type { TestProject } from 'vitest/node';
import { createDynamoDbLocal } from '../../../local/engines/dynamodb-local.ts';
import { findJava } from '../../../local/engines/java.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly dynamoDbEndpoint: string;
  }
}

const portBase = 5000;

const isFree = (port: number): Promise<boolean> =>
  new Promise((answer) => {
    const probe = createServer();
    probe.once('error', () => answer(false));
    probe.listen(port, () => probe.close(() => answer(true)));
  });

const freePort = async (from: number): Promise<number> => ((await isFree(from)) ? from : freePort(from + 1));

/** One DynamoDB Local for all contract tests; each test has a table of its own in it. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const engine = createDynamoDbLocal({ java: await findJava(), port: await freePort(portBase) });
  await engine.start();
  project.provide('dynamoDbEndpoint', engine.endpoint);
  return () => engine.stop();
};
