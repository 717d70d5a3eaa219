import {
  Document,
  HeadingLevel,
  type IRunOptions,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Printable, PrintedCell, PrintedTable } from '../../../application/ports/printer.ts';
import { cellText } from '../html-text.ts';
import { visible } from './visible.ts';

const run = (options: IRunOptions): TextRun => new TextRun(options);

const cell = (content: PrintedCell, percent: number, bold: boolean): TableCell =>
  new TableCell({
    width: { size: percent, type: WidthType.PERCENTAGE },
    children: [new Paragraph({ children: [run({ text: cellText(content), bold, size: 18 })] })],
  });

const table = ({ columns, rows }: PrintedTable): Table => {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const percents = columns.map(({ width }) => (100 * width) / total);
  const cells = (contents: readonly PrintedCell[], isHead: boolean): TableCell[] =>
    contents.map((content, index) => cell(content, percents[index] ?? 0, isHead || index === 0));
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: cells(
          columns.map(({ title }) => title),
          true,
        ),
      }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: cells(row, false) })),
    ],
  });
};

const section = (printed: PrintedTable): (Paragraph | Table)[] => [
  new Paragraph({ text: printed.heading, heading: HeadingLevel.HEADING_2, spacing: { before: 300, after: 100 } }),
  printed.rows.length === 0 ? new Paragraph(printed.whenEmpty) : table(printed),
];

/** A Word document whose headings and header rows are marked as such. */
export const printDocx = async (printable: Printable): Promise<Uint8Array> => {
  const { title, facts, tables } = visible(printable);
  const document = new Document({
    title,
    creator: 'Attest',
    styles: { default: { document: { run: { font: 'Arial', size: 20, language: { value: 'en-US' } } } } },
    sections: [
      {
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
          ...facts.map(
            ([name, value]) =>
              new Paragraph({ children: [run({ text: `${name}: `, bold: true }), run({ text: value })] }),
          ),
          ...tables.flatMap(section),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
};
