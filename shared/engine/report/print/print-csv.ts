import type { Printable } from '../../../application/ports/printer.ts';
import { csvLine } from '../csv-cell.ts';

const byteOrderMark = '\ufeff';

/** For spreadsheets: the facts, then each table under its heading, an empty line between. No cell is run as a formula. */
export const printCsv = ({ title, facts, tables }: Printable): string => {
  const heading = [csvLine([title]), ...facts.map((fact) => csvLine([...fact]))];
  const blocks = tables.map((table) => {
    const columns = csvLine(table.columns.map((column) => column.title));
    return [csvLine([table.heading]), columns, ...table.rows.map(csvLine)].join('');
  });
  return byteOrderMark + [heading.join(''), ...blocks].join('\r\n');
};
