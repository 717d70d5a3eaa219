import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DatasetDeclaration } from '../declaration.ts';
import { faultFacts } from '../../runtime/logger.ts';
import { EngineFault, startEngine } from '../sandbox/engine-process.ts';
import { bundledChild } from '../testing/bundled-child.ts';
import { failingEngine } from '../testing/failing-engine.ts';
import { bombs } from './attacks.ts';
import { checkRule } from './check-rule.ts';

const datasets: readonly DatasetDeclaration[] = [
  {
    ...{ name: 'students', version: 1, title: 'Students', key: ['studentUniqueId'] },
    columns: [{ name: 'studentUniqueId', type: 'string', required: true }],
    schoolColumn: null,
    schoolThrough: null,
  },
];

let folder = '';
let engine = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attest-check-rule-'));
  engine = await bundledChild(build, folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const harmless = 'SELECT studentUniqueId FROM students';

/** Its process goes wrong as soon as it has begun with the text. */
const engineThat = (goesWrong: string): Promise<string> => failingEngine(folder, engine, '"begun"', goesWrong);

/** A gate that does this as soon as it looks at the text, and has everything else of a real one. */
const gateThat = (does: string): Promise<string> =>
  engineThat(`String.prototype.isWellFormed = function () { ${does}; };`);

test('an author is told which column does not exist, from a process of its own', async () => {
  const outcome = await checkRule('SELECT lastName FROM students', { datasets, childPath: engine });
  expect(outcome).toMatchObject({ ok: false, failure: { code: 'RULE_INVALID' } });
  expect(outcome.ok ? '' : outcome.failure.detail).toContain('lastName');
});

test.each(bombs.map((sql, place) => [place, sql.slice(0, 50), sql] as const))(
  'a text that grows while it is read is refused with advice: %i %s',
  async (_place, _shown, sql) => {
    const outcome = await checkRule(sql, { datasets, childPath: engine });
    expect(outcome).toMatchObject({
      ok: false,
      failure: { code: 'RULE_TOO_COMPLEX', detail: expect.stringContaining('shorten') },
    });
  },
);

test.each([
  ['aborts', 'process.abort();'],
  ['reads where it may not', `process.kill(process.pid, 'SIGSEGV');`],
  ['is killed for its memory', `process.kill(process.pid, 'SIGKILL');`],
  ['gives up', 'process.exit(1);'],
  ['works for ever', 'for (;;);'],
  ['waits for ever', 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);'],
])('a process that %s over a text refuses the text', async (_what, goesWrong) => {
  const outcome = await checkRule(harmless, { datasets, childPath: await engineThat(goesWrong) });
  expect(outcome).toMatchObject({ ok: false, failure: { code: 'RULE_TOO_COMPLEX', position: null } });
});

test('a gate with a bug of ours is a fault that says where it is and nothing of the text, not a refusal', async () => {
  const childPath = await gateThat(`throw new TypeError('cannot read ' + this)`);
  const judged = checkRule(harmless, { datasets, childPath });
  const fault: unknown = await judged.then(
    () => 'it was judged',
    (thrown: unknown) => thrown,
  );
  expect(fault).toBeInstanceOf(EngineFault);
  const told = faultFacts(fault);
  expect(told.fault).toBe('TypeError');
  expect(told.where.join()).toContain('passGate');
  expect(`${String(fault)} ${JSON.stringify(fault)} ${JSON.stringify(told)}`).not.toContain(harmless);
});

test.each([
  ['as much memory as there is not', `throw new RangeError('Array buffer allocation failed')`],
  ['what the engine refuses', `throw new Error('Out of Memory Error: could not allocate block')`],
])('a text that wants %s is refused still', async (_what, thrown) => {
  expect(await checkRule(harmless, { datasets, childPath: await gateThat(thrown) })).toMatchObject({
    ok: false,
    failure: { code: 'RULE_TOO_COMPLEX' },
  });
});

test('a process that cannot even begin is a fault of ours', async () => {
  const path = join(folder, 'cannot.mjs');
  await writeFile(path, `throw new Error('no engine here');`);
  await expect(checkRule(harmless, { datasets, childPath: path })).rejects.toThrow('ended without an answer');
});

test('a process that has used up its processor time is killed without anybody watching', async () => {
  const path = join(folder, 'busy.mjs');
  await writeFile(path, 'for (;;);');
  const { ended } = startEngine({}, { memoryMb: 256, threads: 1, processorSeconds: 1 }, path);
  expect(await ended).toMatchObject({ signal: 'SIGKILL' });
});
