import type { ServerResponse } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { createOrigin, type Door } from './origin.ts';
import { freePorts } from './testing/free-ports.ts';

const at =
  (path: string, answer: (response: ServerResponse) => void): Door =>
  (request, response) => {
    if (request.url !== path) return false;
    answer(response);
    return true;
  };

it('asks its doors in their order, and answers for them when they cannot', async () => {
  const said: string[] = [];
  const port = await freePorts(1);
  const doors = [
    at('/a', (response) => void response.end('first')),
    at('/a', (response) => void response.end('second')),
    at('/b', (response) => void response.end('second')),
    at('/broken', () => {
      throw new Error('door fell in');
    }),
  ];
  const origin = createOrigin(port, doors, (line) => said.push(line));
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
});

it('says so when its port is taken', async () => {
  const port = await freePorts(1);
  const first = createOrigin(port, [], () => {});
  await first.start();
  onTestFinished(() => first.stop());
  await expect(createOrigin(port, [], () => {}).start()).rejects.toThrow('EADDRINUSE');
});
