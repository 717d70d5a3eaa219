/**
 * The tests' own test: `main.ts [part of a bug's name]`. Bugs are planted into a copy of the sources, one at a time, and the
 * test that is there for it must fail by an assertion, as it passes without them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copySources, removeCopy, reportOf } from './copy.ts';
import { type Plant, planted } from './plant.ts';
import { plants } from './plants.ts';
import { type Verdict, verdictOf } from './verdict.ts';

const chosen = plants.filter(({ bug }) => bug.includes(process.argv[2] ?? ''));
if (chosen.length === 0) throw new Error(`there is no such bug; there are: ${plants.map(({ bug }) => bug).join(', ')}`);
const folder = copySources(process.cwd());
let failed = 0;

const tell = (what: string, isRight: boolean, how: string): void => {
  if (!isRight) failed += 1;
  console.log(`${isRight ? 'ok    ' : 'FAILED'} ${what}: ${how}`);
};

const wordsFor = (verdict: Verdict): string =>
  verdict.kind === 'UNCLEAR' ? verdict.why : { NOTICED: 'noticed', PASSED: 'not noticed' }[verdict.kind];

const verdictWith = async (plant: Plant): Promise<Verdict> => {
  const file = join(folder, plant.file);
  const source = readFileSync(file, 'utf8');
  writeFileSync(file, planted(source, plant));
  try {
    return verdictOf(await reportOf(folder, [plant.witness]), folder, plant.witness);
  } finally {
    writeFileSync(file, source);
  }
};

process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143));
process.once('exit', () => removeCopy(folder));

const witnesses = chosen.map(({ witness }) => witness);
const sound = await reportOf(folder, witnesses);
for (const witness of witnesses) {
  const verdict = verdictOf(sound, folder, witness);
  if (verdict.kind !== 'PASSED')
    tell(`without a bug, "${witness.test}"`, false, verdict.kind === 'UNCLEAR' ? verdict.why : 'fails');
}
if (failed === 0)
  for (const plant of chosen) {
    const verdict = await verdictWith(plant);
    tell(plant.bug, verdict.kind === 'NOTICED', wordsFor(verdict));
  }
console.log(`${chosen.length} bugs, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
