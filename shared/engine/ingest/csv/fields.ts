import type { Defect } from '../problem.ts';

const textAfterQuote: Defect = {
  code: 'MALFORMED_CSV',
  detail: 'there is text after the closing quote of a value; a quote inside a value is written twice',
};
const loneReturn: Defect = {
  code: 'MALFORMED_CSV',
  detail: 'a carriage return stands alone; lines end with a line feed, with or without a carriage return before it',
};

export type Split = { readonly fields: readonly string[] } | { readonly defect: Defect };

// One value in quotes, with spaces around it; the quote after it is followed by a delimiter or the end.
const closingQuote = (record: string, from: number): number => {
  let at = record.indexOf('"', from);
  while (at >= 0 && record[at + 1] === '"') at = record.indexOf('"', at + 2);
  return at;
};

const pastSpaces = (record: string, from: number): number => {
  let at = from;
  while (record[at] === ' ') at += 1;
  return at;
};

/** The values of one record, or why it has none. A quote that does not open a value is a character like any other. */
export const splitRecord = (record: string, delimiter: string): Split => {
  const text = record.endsWith('\r') ? record.slice(0, -1) : record;
  const fields: string[] = [];
  for (let from = 0; ; ) {
    const begins = pastSpaces(text, from);
    if (text[begins] === '"') {
      const closes = closingQuote(text, begins + 1);
      const ends = pastSpaces(text, closes + 1);
      if (closes < 0 || (ends < text.length && text[ends] !== delimiter)) return { defect: textAfterQuote };
      fields.push(text.slice(begins + 1, closes).replaceAll('""', '"'));
      if (ends >= text.length) return { fields };
      from = ends + 1;
      continue;
    }
    const found = text.indexOf(delimiter, from);
    const ends = found < 0 ? text.length : found;
    const field = text.slice(from, ends);
    if (field.includes('\r')) return { defect: loneReturn };
    fields.push(field);
    if (found < 0) return { fields };
    from = ends + 1;
  }
};
