import type { Printable, PrintedTable } from '../../../application/ports/printer.ts';
import { bottom, bytesOf, left, makeRoom, openPdf, type Pdf, usableWidth } from './pdf-page.ts';
import { drawTable } from './pdf-table.ts';
import { visible } from './visible.ts';

type Structure = ReturnType<Pdf['struct']>;

const said = (pdf: Pdf, parent: Structure, type: 'H1' | 'H2' | 'P', text: string): void => {
  const [font, size] = type === 'P' ? (['regular', 10] as const) : (['bold', type === 'H1' ? 18 : 13] as const);
  parent.add(
    pdf.struct(type, { lang: 'en-US' }, () => {
      pdf.font(font).fontSize(size).fillColor('black');
      pdf.text(text, left(pdf), pdf.y, { width: usableWidth(pdf) });
    }),
  );
  pdf.moveDown(0.3);
};

const headRoom = 72;

const section = (pdf: Pdf, parent: Structure, table: PrintedTable): void => {
  makeRoom(pdf, headRoom);
  pdf.moveDown(0.8);
  const structure = pdf.struct('Sect');
  parent.add(structure);
  pdf.outline.addItem(table.heading);
  said(pdf, structure, 'H2', table.heading);
  if (table.rows.length === 0) said(pdf, structure, 'P', table.whenEmpty);
  else drawTable(pdf, structure, table);
  structure.end();
};

// Page numbers are for paper: who listens moves by headings.
const numberPages = (pdf: Pdf, title: string): void => {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf.page.margins.bottom = 0;
    pdf.font('regular').fontSize(8).fillColor('#565c65');
    pdf.text(`${title}, page ${page + 1} of ${count}`, left(pdf), pdf.page.height - 30, { lineBreak: false });
    pdf.endMarkedContent();
  }
};

/** A tagged PDF: language, title, headings and tables are there for a screen reader, the letters are embedded. */
export const printPdf = (printable: Printable): Promise<Uint8Array> => {
  const document = visible(printable);
  const pdf = openPdf(document.title, document.asOf);
  const structure = pdf.struct('Document');
  pdf.addStructure(structure);
  said(pdf, structure, 'H1', document.title);
  for (const [name, value] of document.facts) {
    if (pdf.y > bottom(pdf)) pdf.addPage();
    said(pdf, structure, 'P', `${name}: ${value}`);
  }
  for (const table of document.tables) section(pdf, structure, table);
  structure.end();
  numberPages(pdf, document.title);
  return bytesOf(pdf);
};
