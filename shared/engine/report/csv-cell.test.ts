import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCell, csvLine } from './csv-cell.ts';

test.each([
  ['a formula', '=1+1', "'=1+1"],
  ['a plus', '+1', "'+1"],
  ['a minus in a text', '-1', "'-1"],
  ['an at sign', '@SUM(A1)', "'@SUM(A1)"],
  ['a full-width equals sign', '＝1', "'＝1"],
  ['a full-width plus', '＋1', "'＋1"],
  ['a full-width minus', '－1', "'－1"],
  ['a full-width at sign', '＠A1', "'＠A1"],
  ['a full-width blank first', '\u3000=1', "'\u3000=1"],
  ['several blanks first', '   +1', "'   +1"],
  ['a tab first', '\t=1', "'\t'=1"],
  ['a carriage return first', '\r=1', "'\r'=1"],
  ['a line feed first', '\n=1', "\n'=1"],
  ['a blank first', ' =1', "' =1"],
  ['an invisible character first', '\u200b=1', "'\u200b=1"],
  ['a semicolon inside, which other locales split at', 'a;=1', "a;'=1"],
  ['a line break inside', 'a\n=1', "a\n'=1"],
])('%s cannot become a formula', (_what, text, guarded) => {
  expect(csvCell(text)).toBe(`"${guarded}"`);
});

test('numbers stay numbers, also negative ones, and truths and nothing are what they are', () => {
  expect(csvLine([-1.5, 0, true, null, 'plain'])).toBe('-1.5,0,true,,plain\r\n');
});

test('names with apostrophes, quotes, commas and accents come back as they were', () => {
  expect(csvLine([`O'Neil`, 'a,b', 'say "hi"', 'Muñoz'])).toBe(`"O'Neil","a,b","say ""hi""",Muñoz\r\n`);
});

/** A reader by the letter of RFC 4180: each cell is quoted or plain, and a comma follows each but the last. */
const parse = (line: string): string[] =>
  [...`${line.replace(/\r\n$/, '')},`.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*)),/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );

test('any line of harmless texts reads back equal', () => {
  const harmless = fc.string({ unit: 'grapheme' }).filter((text) => !/[=+\-@;\t\r\n＝＋－＠]/.test(text));
  fc.assert(
    fc.property(fc.array(harmless, { minLength: 1 }), (cells) => {
      expect(parse(csvLine(cells))).toEqual(cells);
    }),
    { numRuns: 1_000 },
  );
});

test('no text whatever reads back as one that begins like a formula', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' ', ';', ',', '"', '\u200b', '＝', 'a'),
      }),
      (text) => {
        const [read] = parse(csvLine([text]));
        expect(read).not.toMatch(/(^|[;\n\r\t])[\s\u200b]*[=+\-@＝]/);
      },
    ),
    { numRuns: 2_000 },
  );
});
