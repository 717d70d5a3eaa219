import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exclusively } from './exclusive.mjs';

const newLock = () => join(mkdtempSync(join(tmpdir(), 'attest-lock-')), 'install.lock');

const heldBy = (pid: number | undefined) => {
  const lock = newLock();
  mkdirSync(lock);
  writeFileSync(join(lock, 'owner'), String(pid));
  return lock;
};

const nobodyWaits = () => {
  throw new Error('nobody should have to wait');
};

test('of two commands started together the second waits, and works when the first is done', async () => {
  const lock = newLock();
  const { promise: firstMayEnd, resolve: endFirst } = Promise.withResolvers<undefined>();
  const order: string[] = [];
  const first = exclusively(lock, {
    onWait: nobodyWaits,
    work: async () => {
      order.push('first starts');
      await firstMayEnd;
      order.push('first ends');
    },
  });
  const second = exclusively(lock, {
    onWait: (owner) => {
      order.push(`second waits for ${owner === process.pid ? 'us' : 'another'}`);
      endFirst(undefined);
    },
    work: async () => order.push('second starts'),
  });
  await Promise.all([first, second]);
  expect(order).toEqual(['first starts', 'second waits for us', 'first ends', 'second starts']);
});

test('a failed work releases the lock and keeps its failure', async () => {
  const lock = newLock();
  const failing = exclusively(lock, { onWait: nobodyWaits, work: () => Promise.reject(new Error('disk full')) });
  await expect(failing).rejects.toThrow('disk full');
  expect(existsSync(lock)).toBe(false);
});

test('a lock left by a process that died is inherited at once', async () => {
  const lock = heldBy(spawnSync(process.execPath, ['--version']).pid);
  await expect(exclusively(lock, { onWait: nobodyWaits, work: async () => 'done' })).resolves.toBe('done');
  expect(existsSync(lock)).toBe(false);
});

test('a dead owner has one heir: of several waiting commands never two work at once', async () => {
  const lock = heldBy(spawnSync(process.execPath, ['--version']).pid);
  let working = 0;
  let mostAtOnce = 0;
  const command = () =>
    exclusively(lock, {
      onWait: () => undefined,
      work: async () => {
        working += 1;
        mostAtOnce = Math.max(mostAtOnce, working);
        await new Promise(setImmediate);
        working -= 1;
      },
    });
  await Promise.all([command(), command(), command()]);
  expect(mostAtOnce).toBe(1);
});
