import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultFacts } from '../../runtime/logger.ts';
import { defaultChildPath, EngineFault } from '../sandbox/engine-process.ts';
import { failingEngine } from '../testing/failing-engine.ts';
import { aRun, smallDistrict } from '../testing/small-district.ts';
import { ruleEngine } from '../trial/rule-engine.ts';
import type { DeliveredDataset } from './job.ts';
import { runRules } from './run-rules.ts';

let folder = '';
let district: readonly DeliveredDataset[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attest-gate-fault-'));
  district = await smallDistrict(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A gate that does this once, when it looks at the text of this rule. */
const gateThat = (place: number, does: string): Promise<string> =>
  failingEngine(
    folder,
    defaultChildPath(),
    `"started","place":${place}}`,
    `const whole = String.prototype.isWellFormed;
    String.prototype.isWellFormed = function () { String.prototype.isWellFormed = whole; ${does}; };`,
  );

const run = async (does: string) => {
  const faults: EngineFault[] = [];
  const { results } = await runRules(aRun(folder, district, [{}, {}, {}]), {
    childPath: await gateThat(1, does),
    onGateFault: (fault) => faults.push(fault),
  });
  return { faults, ended: results.map(({ outcome, problemCode }) => [outcome, problemCode]) };
};

test('a gate with a bug of ours is told as a fault that says where it is and nothing of the text; the run ends', async () => {
  const { faults, ended } = await run(`throw new TypeError('cannot read ' + this)`);
  expect(ended).toEqual([
    ['FINDINGS', null],
    ['ERRORED', 'RULE_NOT_JUDGED'],
    ['FINDINGS', null],
  ]);
  expect(faults).toEqual([expect.any(EngineFault)]);
  const told = faultFacts(faults[0]);
  expect(told.fault).toBe('TypeError');
  expect(told.where.join()).toContain('passGate');
  expect(`${String(faults[0])} ${JSON.stringify(faults[0])} ${JSON.stringify(told)}`).not.toContain('SELECT');
});

test.each([
  ['as much memory as there is not', `throw new RangeError('Array buffer allocation failed')`, 'RULE_FAILED'],
  ['what the engine refuses', `throw new Error('Out of Memory Error: could not allocate')`, 'RULE_OUT_OF_MEMORY'],
])('a text that wants %s is no fault of ours', async (_what, does, problemCode) => {
  const { faults, ended } = await run(does);
  expect(ended[1]).toEqual(['ERRORED', problemCode]);
  expect(faults).toEqual([]);
});

test('whoever only tries a rule is answered with the fault, not with a refusal of the rule', async () => {
  const childPath = await gateThat(0, `throw new TypeError('cannot read ' + this)`);
  const trial = ruleEngine(childPath).attempt({
    ...{ workFolder: join(folder, 'trial'), datasets: district, schoolId: null, reportingYear: 2022 },
    ...{ sql: 'SELECT studentUniqueId FROM students', parameters: [], kind: 'FINDINGS' },
  });
  await expect(trial).rejects.toThrow(EngineFault);
});
