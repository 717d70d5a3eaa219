import { expect, test } from 'vitest';
import { aWholeYear, type WholeYear } from '../../test/fakes/whole-year.ts';
import type { TableRow } from '../application/ports/table-rows.ts';
import { inMemoryParts, isSound, lasting, verify, type Verdict } from './verify.ts';

let year: WholeYear;

const isTimer = (row: TableRow): boolean => row.row === 'entity' && row.entity === 'timer';
const isEntryOfRun = (row: TableRow): boolean => row.row === 'audit' && row.entry.entity === 'run';

/** Rows that were read while these were written: what lies further on is there, what had been passed is not. */
const without = (isPassed: (row: TableRow) => boolean): readonly TableRow[] => {
  const at = year.published.findIndex(isPassed);
  expect(at).not.toBe(-1);
  return year.published.toSpliced(at, 1);
};

/** What is told when the table is read so, one reading after the other; how many were asked for. */
const toldOf = async (...readings: readonly (readonly TableRow[])[]) => {
  let asked = 0;
  const judge = (): Promise<Verdict> => {
    const reading = readings[asked] ?? year.published;
    asked += 1;
    const { clock, ports } = year.state;
    return verify(inMemoryParts(reading), { now: clock.now(), objects: ports.objects, live: false });
  };
  return { verdict: await lasting(judge), asked };
};

test('a sound table is read once', async () => {
  year = await aWholeYear();
  expect((await toldOf()).asked).toBe(1);
});

test('what was torn by the reading alone is told by none', async () => {
  const torn = without(isTimer);
  expect(isSound((await toldOf(torn, torn, torn)).verdict)).toBe(false);
  const { verdict, asked } = await toldOf(torn, year.published);
  expect(isSound(verdict)).toBe(true);
  expect(asked).toBe(2);
});

test('what every reading finds is told, once, beside what only one of them found', async () => {
  const broken = without(isTimer);
  const alone = (await toldOf(broken, broken, broken)).verdict;
  const brokenAndTorn = broken.filter((row) => !isEntryOfRun(row));
  expect(brokenAndTorn.length).toBeLessThan(broken.length);
  const { verdict, asked } = await toldOf(brokenAndTorn, broken, broken);
  expect(verdict).toEqual(alone);
  expect(asked).toBe(3);
});

test('each reading torn at another place tells nothing', async () => {
  const { verdict, asked } = await toldOf(without(isTimer), without(isEntryOfRun));
  expect(isSound(verdict)).toBe(true);
  expect(asked).toBe(2);
});
