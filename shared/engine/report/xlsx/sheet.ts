import type { Cell } from '../../findings/findings.ts';

/** What a worksheet holds at most. */
export const sheetRows = 1_048_576;
const sheetColumns = 16_384;
const cellCharacters = 32_767;
const cut = ' … (cut)';

// What XML cannot say stands as _xHHHH_, and so does a text that looks like that.
const unsayable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}|_(?=x[0-9A-Fa-f]{4}_)/gu;
const markup: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const xmlText = (text: string): string =>
  text
    .replace(unsayable, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>"]/g, (sign) => markup[sign] ?? sign)
    .replaceAll('\r', '_x000D_');

const columnName = (index: number): string => {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
};

const names: string[] = [];
const nameOf = (index: number): string => (names[index] ??= columnName(index));

const withinCell = (text: string): string =>
  text.length > cellCharacters ? text.slice(0, cellCharacters - cut.length) + cut : text;

// A text is typed as text: no program takes it for a formula, whatever it begins with.
const cellXml = (cell: Cell, place: string, style: string): string => {
  if (cell === null) return '';
  if (typeof cell === 'number' && Number.isFinite(cell)) return `<c r="${place}"${style}><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${place}"${style} t="b"><v>${cell ? 1 : 0}</v></c>`;
  const text = xmlText(withinCell(String(cell)));
  return `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
};

/** One row; its number counts from 1. Every cell says its place, which strict readers ask for. */
export const rowXml = (number: number, cells: readonly Cell[], bold = false): string => {
  const style = bold ? ' s="1"' : '';
  const written = cells.slice(0, sheetColumns).map((cell, at) => cellXml(cell, `${nameOf(at)}${number}`, style));
  return `<row r="${number}">${written.join('')}</row>`;
};

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A worksheet whose first `frozen` rows stay in sight. */
export const sheetHead = (frozen: number): string => {
  const pane = `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`;
  const view = `<sheetView workbookViewId="0">${frozen === 0 ? '' : pane}</sheetView>`;
  return `${xmlHead}<worksheet xmlns="${main}"><sheetViews>${view}</sheetViews><sheetFormatPr defaultColWidth="16" defaultRowHeight="15"/><sheetData>`;
};

export const sheetEnd = '</sheetData></worksheet>';
