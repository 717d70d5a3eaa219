import { createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { freePorts } from '../testing/free-ports.ts';
import { preflight, requireNode } from './preflight.ts';

it('wants Node 24', () => {
  expect(() => requireNode('20.20.2')).toThrow('Node 24 or newer is needed, this is 20.20.2');
  expect(() => requireNode('24.21.0')).not.toThrow();
});

it('names the port that another program holds', async () => {
  const portBase = await freePorts(4);
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(portBase + 2, '127.0.0.1', resolve));
  onTestFinished(() => void other.close());
  await expect(preflight(portBase)).rejects.toThrow(`Port ${portBase + 2} is in use by another program`);
});

it('refuses a port that is no number', async () => {
  await expect(preflight(Number('many'))).rejects.toThrow('PORT must be a number');
});
