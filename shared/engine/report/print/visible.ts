import type { Printable } from '../../../application/ports/printer.ts';
import { visibleText, visibleValue } from '../../../kernel/visible-text.ts';

/** The same document for the eye, in formats that are read and not read in. */
export const visible = (document: Printable): Printable => ({
  ...document,
  title: visibleText(document.title),
  facts: document.facts.map(([name, value]) => [name, visibleText(value)]),
  tables: document.tables.map((table) => ({
    ...table,
    heading: visibleText(table.heading),
    columns: table.columns.map((column) => ({ ...column, title: visibleText(column.title) })),
    rows: table.rows.map((row) => row.map(visibleValue)),
  })),
});
