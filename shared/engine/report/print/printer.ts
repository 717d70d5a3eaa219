import type { Printable, Printer, PrintFormat } from '../../../application/ports/printer.ts';
import { printCsv } from './print-csv.ts';
import { printHtml } from './print-html.ts';

// Loaded when somebody asks for such a file: each of the two libraries takes longer to load than a page to write.
const print = async (format: PrintFormat, document: Printable): Promise<Uint8Array> => {
  switch (format) {
    case 'csv':
      return Buffer.from(printCsv(document));
    case 'html':
      return Buffer.from(printHtml(document));
    case 'pdf':
      return (await import('./print-pdf.ts')).printPdf(document);
    case 'docx':
      return (await import('./print-docx.ts')).printDocx(document);
  }
};

export const printer = (): Printer => ({ print });
