import type { Entry } from '../zip.ts';
import { xmlHead, xmlText } from './sheet.ts';

export interface Sheet {
  readonly title: string;
  readonly content: AsyncIterable<string>;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const titleLength = 31;

/** Titles as a workbook takes them: at most 31 characters, none of []:*?/\, no quote at an end, none twice, not "History". */
export const sheetTitles = (wanted: readonly string[]): readonly string[] => {
  const taken = new Set(['history']);
  return wanted.map((title) => {
    const clean =
      title
        .replaceAll(/[[\]:*?/\\\p{Cc}\p{Surrogate}]/gu, ' ')
        .replaceAll(/^'+|'+$/g, '')
        .trim() || 'Sheet';
    for (let copy = 1; ; copy += 1) {
      const mark = copy === 1 ? '' : ` (${copy})`;
      const candidate = clean.slice(0, titleLength - mark.length).trimEnd() + mark;
      if (taken.has(candidate.toLowerCase())) continue;
      taken.add(candidate.toLowerCase());
      return candidate;
    }
  });
};

const one = async function* (text: string): AsyncGenerator<string> {
  yield xmlHead + text;
};

const contentTypes = (count: number): string => {
  const sheets = Array.from(
    { length: count },
    (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`,
  );
  return `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>${sheets.join('')}</Types>`;
};

const styles = `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`;

const relationships = (items: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${packages}/relationships">${items.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

/** The files of a workbook. Its sheets are written one after the other, as their rows come. */
export const workbookEntries = function* (sheets: readonly Sheet[]): Generator<Entry> {
  const titles = sheetTitles(sheets.map(({ title }) => title));
  const listed = titles.map((title, at) => `<sheet name="${xmlText(title)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const parts = sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const);
  yield { name: '[Content_Types].xml', content: one(contentTypes(sheets.length)) };
  yield { name: '_rels/.rels', content: one(relationships([['officeDocument', 'xl/workbook.xml']])) };
  yield {
    name: 'xl/workbook.xml',
    content: one(`<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${listed.join('')}</sheets></workbook>`),
  };
  yield { name: 'xl/_rels/workbook.xml.rels', content: one(relationships([...parts, ['styles', 'styles.xml']])) };
  yield { name: 'xl/styles.xml', content: one(styles) };
  for (const [at, { content }] of sheets.entries()) yield { name: `xl/worksheets/sheet${at + 1}.xml`, content };
};
