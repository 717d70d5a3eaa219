import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createClock } from './clock.ts';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

it('stands where it was moved to and goes on from there', async () => {
  const clock = createClock();
  const then = inDays(30);
  await clock.moveTo(then);
  expect(clock.now().getTime()).toBeGreaterThanOrEqual(then.getTime());
  expect(clock.now().getTime() - then.getTime()).toBeLessThan(5_000);
  expect(clock.offsetMs()).toBeGreaterThan(29 * 86_400_000);
});

it('does not go back', async () => {
  const clock = createClock();
  await clock.moveTo(inDays(2));
  await expect(clock.moveTo(inDays(1))).rejects.toThrow('forward only');
  await expect(clock.moveTo(new Date('no date'))).rejects.toThrow('forward only');
});

it('tells its listeners one after the other, and is moved once all have settled', async () => {
  const clock = createClock();
  const heard: string[] = [];
  const listener = (name: string) => async (now: Date) => {
    heard.push(`${name} begins`);
    await Promise.resolve(now);
    heard.push(`${name} ends`);
  };
  clock.onMove(listener('schedules'));
  clock.onMove(listener('sweep'));
  await clock.moveTo(inDays(1));
  expect(heard).toStrictEqual(['schedules begins', 'schedules ends', 'sweep begins', 'sweep ends']);
});

it('keeps its offset over a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clock-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'clock');
  const clock = createClock({ file });
  await clock.moveTo(inDays(7));
  expect(createClock({ file }).offsetMs()).toBe(clock.offsetMs());
});
