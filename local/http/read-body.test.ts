import { expect, test } from 'vitest';
import { serve } from '../testing/serve.ts';
import { readBody } from './read-body.ts';

const limit = 10;

/** Sends the parts one by one, so that their sum is not announced. */
async function streamed(...parts: string[]): Promise<string> {
  const origin = await serve(async (request, response) => {
    const body = await readBody(request, limit);
    response.end(typeof body === 'string' ? body : `read ${body.toString()}`);
    return true;
  });
  const body = ReadableStream.from(parts.map((part) => Buffer.from(part)));
  return (await fetch(origin, { method: 'POST', body, duplex: 'half' })).text();
}

test('A body up to the limit is read whole', async () => {
  expect(await streamed('12345', '67890')).toBe('read 1234567890');
});

test('A body that grows past the limit is refused, and the client still hears of it', async () => {
  expect(await streamed('12345', '67890', '1')).toBe('too-large');
});

test('A client that goes away is a fault, not a short body', async () => {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
  const origin = await serve((request) => {
    arrive();
    readBody(request, limit).then(resolve, resolve);
    return true;
  });
  const gone = new AbortController();
  const endless = new ReadableStream({ start: (controller) => controller.enqueue(Buffer.from('123')) });
  const sending = fetch(origin, { method: 'POST', body: endless, duplex: 'half', signal: gone.signal });
  await arrived;
  gone.abort();
  await expect(sending).rejects.toThrow();
  expect(await promise).toBeInstanceOf(Error);
});
