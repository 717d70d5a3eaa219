import type { Cell } from '../findings/findings.ts';

// Where a spreadsheet may see the start of a cell: at the start of the text, and after each separator or line break of
// any locale. Blanks and invisible characters before the sign do not stop it; full-width signs count as the sign.
const formulaStart =
  /(?<=^|[;\t\r\n])([ \u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u3000\ufeff]*)(?=[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])/g;

const guarded = (text: string): string => text.replace(formulaStart, "'$1");

const needsQuotes = /[",;\t\r\n']|^\s|\s$/;

// Most cells by far: nothing in them needs quotes or a guard, and one look is a third of the time of three.
const harmless = /^[A-Za-z0-9](?:[A-Za-z0-9 ._:/#-]*[A-Za-z0-9._:/#-])?$/;

/** One cell of a CSV file (RFC 4180). Text that a spreadsheet would run as a formula is told apart by an apostrophe; numbers stay numbers. */
export const csvCell = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  if (harmless.test(cell)) return cell;
  const text = guarded(cell);
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;
