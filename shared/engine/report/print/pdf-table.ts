import type { PrintedCell, PrintedTable } from '../../../application/ports/printer.ts';
import { cellText } from '../html-text.ts';
import { left, makeRoom, type Pdf, usableWidth } from './pdf-page.ts';

type Structure = ReturnType<Pdf['struct']>;

const fontSize = 8.5;
const padding = 3;
const rule = '#a9aeb1';

interface Column {
  readonly x: number;
  readonly width: number;
}

const columnsOf = (pdf: Pdf, { columns }: PrintedTable): readonly Column[] => {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  let x = left(pdf);
  return columns.map(({ width }) => {
    const column = { x, width: (width / total) * usableWidth(pdf) };
    x += column.width;
    return column;
  });
};

const heightOf = (pdf: Pdf, texts: readonly string[], columns: readonly Column[], font: string): number => {
  pdf.font(font).fontSize(fontSize);
  const heights = texts.map((text, index) => {
    const width = (columns[index]?.width ?? 0) - 2 * padding;
    return pdf.heightOfString(text === '' ? ' ' : text, { width });
  });
  return Math.max(...heights) + 2 * padding;
};

const draw = (pdf: Pdf, text: string, { x, width }: Column, y: number, font: string): void => {
  pdf.font(font).fontSize(fontSize).fillColor('black');
  pdf.text(text, x + padding, y + padding, { width: width - 2 * padding });
};

/** A row says in its own tags what heads its columns and what heads itself. */
const tagOf = (isHead: boolean, index: number): { readonly type: 'TH' | 'TD'; readonly options: { lang: string } } => {
  if (isHead) return { type: 'TH', options: scoped('Column') };
  return index === 0 ? { type: 'TH', options: scoped('Row') } : { type: 'TD', options: { lang: 'en-US' } };
};

// The writer's types do not know yet what the writer does.
const scoped = (scope: 'Column' | 'Row'): { lang: string } => {
  const options = { lang: 'en-US', scope };
  return options;
};

const line = (pdf: Pdf, y: number): void => {
  pdf
    .moveTo(left(pdf), y)
    .lineTo(left(pdf) + usableWidth(pdf), y)
    .lineWidth(0.5)
    .stroke(rule);
};

const row = (
  pdf: Pdf,
  table: Structure,
  columns: readonly Column[],
  texts: readonly string[],
  isHead: boolean,
  height: number,
): void => {
  const font = isHead ? 'bold' : 'regular';
  const y = pdf.y;
  const structure = pdf.struct('TR');
  table.add(structure);
  texts.forEach((text, index) => {
    const column = columns[index];
    if (column === undefined) return;
    const { type, options } = tagOf(isHead, index);
    structure.add(pdf.struct(type, options, () => draw(pdf, text, column, y, isHead || index > 0 ? font : 'bold')));
  });
  structure.end();
  pdf.markContent('Artifact', { type: 'Layout' });
  line(pdf, y + height);
  pdf.endMarkedContent();
  pdf.y = y + height;
};

/** On each further page the head is drawn again for the eye; who listens has heard it. */
const repeatHead = (pdf: Pdf, columns: readonly Column[], texts: readonly string[], height: number): void => {
  const y = pdf.y;
  pdf.markContent('Artifact', { type: 'Layout' });
  texts.forEach((text, index) => {
    const column = columns[index];
    if (column !== undefined) draw(pdf, text, column, y, 'bold');
  });
  line(pdf, y + height);
  pdf.endMarkedContent();
  pdf.y = y + height;
};

const textsOf = (cells: readonly PrintedCell[]): readonly string[] => cells.map(cellText);

/** A table over as many pages as it needs. A row is never torn apart. */
export const drawTable = (pdf: Pdf, parent: Structure, table: PrintedTable): void => {
  const columns = columnsOf(pdf, table);
  const head = table.columns.map(({ title }) => title);
  const structure = pdf.struct('Table');
  parent.add(structure);
  const headHeight = heightOf(pdf, head, columns, 'bold');
  row(pdf, structure, columns, head, true, headHeight);
  for (const cells of table.rows) {
    const texts = textsOf(cells);
    // Measured once, in the wider letters: to measure a text costs as much as to draw it.
    const height = heightOf(pdf, texts, columns, 'bold');
    if (makeRoom(pdf, height)) repeatHead(pdf, columns, head, headHeight);
    row(pdf, structure, columns, texts, false, height);
  }
  structure.end();
};
