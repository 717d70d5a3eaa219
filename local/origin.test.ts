import type { ServerResponse } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { createOrigin, type Door } from './origin.ts';
import { freePorts } from './testing/free-ports.ts';

const deaf = { log: () => {}, overhear: () => {} };

const at =
  (path: string, answer: (response: ServerResponse) => void): Door =>
  (request, response) => {
    if (request.url !== path) return false;
    answer(response);
    return true;
  };

it('asks its doors in their order, and answers for them when they cannot', async () => {
  const said: string[] = [];
  const overheard: string[][] = [];
  const port = await freePorts(1);
  const doors = [
    at('/a', (response) => void response.end('first')),
    at('/a', (response) => void response.end('second')),
    at('/b', (response) => void response.end('second')),
    at('/broken', () => {
      throw new Error('door fell in');
    }),
  ];
  const origin = createOrigin(port, doors, {
    log: (line) => said.push(line),
    overhear: (...heard) => overheard.push(heard),
  });
  await origin.start();
  onTestFinished(() => origin.stop());
  const get = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    return [response.status, (await response.text()).trim()];
  };
  expect(await get('/a')).toStrictEqual([200, 'first']);
  expect(await get('/b')).toStrictEqual([200, 'second']);
  expect(await get('/c')).toStrictEqual([404, 'Not found']);
  expect(await get('/broken')).toStrictEqual([500, 'Internal error of the local runtime']);
  expect(said.join()).toContain('door fell in');
  expect(await get('/c?of=a%20pupil')).toStrictEqual([404, 'Not found']);
  expect(overheard.at(-1)).toStrictEqual(['request to the origin', 'GET /c?of=a%20pupil']);
});

it('says so when its port is taken', async () => {
  const port = await freePorts(1);
  const first = createOrigin(port, [], deaf);
  await first.start();
  onTestFinished(() => first.stop());
  await expect(createOrigin(port, [], deaf).start()).rejects.toThrow('EADDRINUSE');
});
