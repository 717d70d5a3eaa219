import { expect, test } from 'vitest';
import { mutantsOf, mutated } from './mutants.ts';

const changesOf = (text: string): readonly string[] => mutantsOf(text).map((mutant) => mutated(text, mutant));

test.each([
  ['const a = b < c;', ['const a = b <= c;']],
  ['const a = b === c;', ['const a = b !== c;']],
  ['const a = b && c;', ['const a = b;', 'const a = c;']],
  ['const a = b ?? c;', ['const a = b;', 'const a = c;']],
  ['const a = !b;', ['const a = b;']],
  ['const a = b ? c : d;', ['const a = !(b) ? c : d;']],
  ['if (a) return b;', ['if (!(a)) return b;', ';']],
  ['a.push(b);', [';']],
  ['const a = [b];', ['const a = [];']],
  ["const a = { type: 'Sent' };", ["const a = { type: '' };"]],
  ['const a = true;', ['const a = false;']],
])('%s is changed where it has a meaning', (text, changes) => {
  expect(changesOf(text)).toEqual(changes);
});

test.each([
  "type Way = 'in' | 'out';",
  'interface Door { readonly open: true }',
  "import { a } from './a.ts';",
  "throw new Error('no ' + way);",
  'while (a < b) a += 1;',
  'const a = b;',
])('%s is left alone', (text) => {
  expect(changesOf(text)).toEqual([]);
});
