import { expect } from 'vitest';
import { workOut } from './crash.ts';
import { works } from './works.ts';

/** Kills whoever makes a call, right after it and for the first one before it too: the end is the same every time. */
export const everyPointOf = async (name: string): Promise<void> => {
  const work = works[name];
  if (work === undefined) throw new Error(`there is no work ${name}`);
  const whole = await workOut(work, 0, 'KILL_AFTER');
  expect(whole.wrong).toEqual([]);
  expect(whole.calls).toBeGreaterThan(20);
  const begun = await workOut(work, 1, 'KILL_BEFORE');
  expect(begun, `${name} killed before its first call`).toMatchObject({ state: whole.state, wrong: [] });
  for (let point = 1; point <= whole.calls; point += 1) {
    const { state, wrong } = await workOut(work, point, 'KILL_AFTER');
    expect({ state, wrong }, `${name} killed after call ${point} of ${whole.calls}`).toEqual({
      state: whole.state,
      wrong: [],
    });
  }
};
