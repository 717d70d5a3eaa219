import { visibleText } from '../../kernel/visible-text.ts';
import type { Cell } from '../findings/findings.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Any text as text of a page, in an element or in a quoted attribute, with what would deceive the eye named. */
export const htmlText = (text: string): string =>
  visibleText(text)
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')
    .replace(forbidden, '\ufffd');

export const cellText = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'Yes' : 'No';
  return String(cell);
};

/** JSON as the content of a script element: nothing in it can end the element or begin a comment. */
export const jsonInScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
