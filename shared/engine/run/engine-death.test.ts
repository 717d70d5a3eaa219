import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultChildPath } from '../sandbox/engine-process.ts';
import { failingEngine } from '../testing/failing-engine.ts';
import { aRun, smallDistrict } from '../testing/small-district.ts';
import type { DeliveredDataset } from './job.ts';
import { runRules } from './run-rules.ts';

let folder = '';
let district: readonly DeliveredDataset[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attest-death-'));
  district = await smallDistrict(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Its process goes wrong while it runs the second rule. */
const childThat = (goesWrong: string): Promise<string> =>
  failingEngine(folder, defaultChildPath(), '"started","place":1}', goesWrong);

test('a process that dies takes only the rule it was at with it', async () => {
  const childPath = await childThat(`process.kill(process.pid, 'SIGSEGV');`);
  const { results } = await runRules(aRun(folder, district, [{}, {}, {}]), { childPath });
  expect(results.map(({ outcome, problemCode }) => [outcome, problemCode])).toEqual([
    ['FINDINGS', null],
    ['ERRORED', 'RULE_ENGINE_ENDED'],
    ['FINDINGS', null],
  ]);
});

test('a process that hears nothing any more is killed a second after the limit', async () => {
  const childPath = await childThat('for (;;);');
  const limits = { secondsPerRule: 1, secondsPerRun: 120, rowsPerRule: 100, memoryMb: 256, threads: 1 };
  const { results } = await runRules(aRun(folder, district, [{}, {}, {}], { limits }), { childPath });
  expect(results.map(({ outcome, problemCode }) => [outcome, problemCode])).toEqual([
    ['FINDINGS', null],
    ['ERRORED', 'RULE_TIMED_OUT'],
    ['FINDINGS', null],
  ]);
  expect(results[1]?.milliseconds).toBeLessThan(5_000);
});

test('the next process has what the killed one left of the time of the run', async () => {
  const childPath = await childThat('Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);');
  const limits = { secondsPerRule: 60, secondsPerRun: 15, rowsPerRule: 100, memoryMb: 256, threads: 1 };
  const { results } = await runRules(aRun(folder, district, [{}, {}, {}], { limits }), { childPath });
  expect(results.map(({ outcome, problemCode }) => [outcome, problemCode])).toEqual([
    ['FINDINGS', null],
    ['ERRORED', 'RULE_TIMED_OUT'],
    ['ERRORED', 'RULE_NOT_BEGUN'],
  ]);
});

test('a process that cannot even begin is a fault with its last words apart from the message', async () => {
  const path = join(folder, 'cannot.mjs');
  await writeFile(path, `throw new Error('no engine here');`);
  const fault: unknown = await runRules(aRun(folder, district, [{}]), { childPath: path }).catch(
    (thrown: unknown) => thrown,
  );
  expect(fault).toMatchObject({ message: 'the engine ended and got no further' });
  expect(fault).toHaveProperty('lastWords', expect.stringContaining('no engine here'));
});
