import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    readonly dynamoDbEndpoint: string;
  }
}

/** One DynamoDB Local for all contract tests; each test has a table of its own in it. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const engine = spawn(process.execPath, [fileURLToPath(new URL('serve-table.ts', import.meta.url))], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(engine, 'exit');
  const lines = createInterface({ input: engine.stdout });
  const first = await Promise.race([once(lines, 'line'), ended.then(() => [])]);
  if (first.length === 0) throw new Error('the table engine did not start');
  project.provide('dynamoDbEndpoint', String(first[0]));
  return async () => {
    engine.stdin.end();
    await ended;
  };
};
