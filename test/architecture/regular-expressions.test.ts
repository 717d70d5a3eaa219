import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { isTest, read, sourceFiles } from './files.ts';
import { exceptions } from './regular-expressions/exceptions.ts';
import { type Verdict, verdictOn } from './regular-expressions/judge.ts';
import { isUnbounded, literalsIn } from './regular-expressions/literals.ts';

const product = sourceFiles.filter((path) => /^(shared|functions|frontend|infra|local)\//.test(path) && !isTest(path));

const written = [...new Set(product.flatMap((path) => literalsIn(path, read(path)).filter(isUnbounded)))].toSorted();

/** A verdict takes up to seconds of a processor: each is asked for once, and kept until the judge has another version. */
const record = 'test/architecture/regular-expressions/verdicts.json';
const { recheck } = z
  .object({ devDependencies: z.object({ recheck: z.string() }) })
  .parse(JSON.parse(read('package.json'))).devDependencies;
const kept = z.object({ recheck: z.string(), verdicts: z.record(z.string(), z.enum(['SAFE', 'VULNERABLE'])) });
const before = existsSync(record) ? kept.parse(JSON.parse(read(record))) : { recheck, verdicts: {} };
const remembered = new Map<string, Verdict>(before.recheck === recheck ? Object.entries(before.verdicts) : []);

const literalsOf = (claimed: Verdict): readonly string[] =>
  exceptions.flatMap(({ literal, verdict }) => (verdict === claimed ? [literal] : [])).toSorted();

test('every regular expression of the product takes a time in proportion to the text, or an exception says why it may stay', async () => {
  const judged = written.filter((literal) => !literalsOf('UNJUDGED').includes(literal));
  const verdicts = judged.map((literal) => [literal, remembered.get(literal) ?? verdictOn(literal)] as const);
  const unsafe = verdicts.filter(([, verdict]) => verdict !== 'SAFE');
  expect(unsafe).toEqual(literalsOf('VULNERABLE').map((literal) => [literal, 'VULNERABLE']));
  await expect(`${JSON.stringify({ recheck, verdicts: Object.fromEntries(verdicts) }, null, 2)}\n`).toMatchFileSnapshot(
    'regular-expressions/verdicts.json',
  );
  // After a new version of the judge all of them are judged anew.
}, 120_000);

test('an exception is for an expression that stands in the product', () => {
  expect(exceptions.filter(({ literal }) => !written.includes(literal))).toEqual([]);
});

test.each([
  ['/^(a+)+$/', 'VULNERABLE'],
  ['/a+$/', 'VULNERABLE'],
  ['/^a+$/', 'SAFE'],
  ['/^(?:a|b)*c/u', 'SAFE'],
  ['/^(?!b)a+/', 'UNJUDGED'],
])('%s is %s', (literal, verdict) => {
  expect(verdictOn(literal)).toBe(verdict);
});

test('expressions are found wherever they stand, and nothing else is taken for one', () => {
  const text = `const half = a / 2 / b; // /^(no+)+$/
    const told = <p title="/no+/">{/^(a+)+$/.exec(b)?.[1]} / no+ /</p>;
    const rule = { rule: /[/]b*/giu, text: '/no+/', made: \`/no/\${/c+/.source}\` };`;
  expect(literalsIn('planted.tsx', text)).toEqual(['/^(a+)+$/', '/[/]b*/giu', '/c+/']);
});

test.each([
  ['/a+/', true],
  ['/a{2,}/', true],
  ['/\\p{L}*/u', true],
  ['/a{2,3}\\+?[*+]/', false],
])('%s repeats without end: %s', (literal, unbounded) => {
  expect(isUnbounded(literal)).toBe(unbounded);
});
