/**
 * `node scripts/mutation/main.ts <area> [file ...]`: changes the files of an area (or those named) one small thing at a
 * time and runs the unit tests near them. Ends with 1 when fewer than nine of ten changes are noticed; every change that
 * is not is named.
 */
import { globSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { areaNamed } from './areas.ts';
import { type Mutant, mutantsOf, mutated } from './mutants.ts';
import { passesWith } from './test-bench.ts';

const leastNoticed = 0.9;

const lineOf = (text: string, { start }: Mutant): number => text.slice(0, start).split('\n').length;

const described = (file: string, text: string, mutant: Mutant): string =>
  `${file}:${lineOf(text, mutant)} ${mutant.what}: ${text.slice(mutant.start, mutant.end).split('\n')[0] ?? ''}`;

/** The nearest room first: most changes are noticed there, and the others need not be asked. */
const passesInAll = async (file: string, text: string, rooms: readonly string[]): Promise<boolean> => {
  for (const room of rooms) if (!(await passesWith(file, text, [room]))) return false;
  return true;
};

/** How many changes of a file there were, and which nobody noticed. */
const judge = async (
  file: string,
  rooms: readonly string[],
): Promise<{ made: number; unnoticed: readonly string[] }> => {
  const text = readFileSync(file, 'utf8');
  const mutants = mutantsOf(text);
  if (mutants.length === 0) return { made: 0, unnoticed: [] };
  if (!(await passesInAll(file, text, rooms))) throw new Error(`The tests near ${file} fail without any change`);
  const unnoticed: string[] = [];
  for (const mutant of mutants)
    if (await passesInAll(file, mutated(text, mutant), rooms)) unnoticed.push(described(file, text, mutant));
  return { made: mutants.length, unnoticed };
};

const { positionals } = parseArgs({ allowPositionals: true });
const [name = '', ...named] = positionals;
const { files, rooms } = areaNamed(name);
const chosen =
  named.length > 0
    ? named
    : globSync([...files])
        .filter((file) => !file.endsWith('.test.ts'))
        .toSorted();

let made = 0;
let unnoticed = 0;
for (const file of chosen) {
  const judged = await judge(file, rooms);
  made += judged.made;
  unnoticed += judged.unnoticed.length;
  console.log(`${file}: ${judged.made - judged.unnoticed.length} of ${judged.made} noticed`);
  for (const one of judged.unnoticed) console.log(`  NOT NOTICED  ${one}`);
}
const score = made === 0 ? 0 : (made - unnoticed) / made;
console.log(`${name}: ${(100 * score).toFixed(1)} % of ${made} changes noticed`);
process.exitCode = score >= leastNoticed ? 0 : 1;
