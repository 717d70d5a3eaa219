import type { SQSEvent } from 'aws-lambda';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { context } from '../../test/fakes/in-process-api.ts';
import { workerHandler } from './worker-handler.ts';

const delivered = (...names: readonly string[]): SQSEvent =>
  JSON.parse(JSON.stringify({ Records: names.map((name) => ({ messageId: name, body: JSON.stringify({ name }) })) }));

const message = z.object({ name: z.string() });

const work = async ({ name }: { readonly name: string }): Promise<void> => {
  if (name !== 'good') throw new Error(`${name} cannot be done`);
};

test('a message whose work failed goes back to the queue, and no other', async () => {
  const handler = workerHandler(message, { work });
  expect(await handler(delivered('good', 'bad'), context)).toEqual({ batchItemFailures: [{ itemIdentifier: 'bad' }] });
});

test('a message that no repeat can cure is done once that is written down', async () => {
  const written: string[] = [];
  const handler = workerHandler(message, {
    work,
    settle: async ({ name }) => {
      if (name === 'hopeless') written.push(name);
      return name === 'hopeless';
    },
  });
  const answer = await handler(delivered('hopeless', 'bad'), context);
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'bad' }] });
  expect(written).toEqual(['hopeless']);
});

test('a message that cannot be read goes back to the queue, and ends where the dead letters are', async () => {
  const handler = workerHandler(z.object({ runId: z.string() }), { work: async () => undefined });
  expect(await handler(delivered('good'), context)).toEqual({ batchItemFailures: [{ itemIdentifier: 'good' }] });
});
