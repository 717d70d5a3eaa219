import PDFDocument from 'pdfkit';
import { pageFonts } from './fonts.ts';

export type Pdf = InstanceType<typeof PDFDocument>;

const inch = 72;
const margin = 0.6 * inch;

// The library's published types are older than these two: the accessible subset, and no letters but those we bring.
const accessible: object = { subset: 'PDF/UA', font: null };

/** A landscape letter page, tagged, so that a screen reader hears headings and tables as what they are. */
export const openPdf = (title: string, asOf?: string): Pdf => {
  const { regular, bold } = pageFonts();
  const pdf = new PDFDocument({
    size: 'LETTER',
    layout: 'landscape',
    margins: { top: margin, bottom: margin, left: margin, right: margin },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-US',
    displayTitle: true,
    info: { Title: title, ...(asOf === undefined ? {} : { CreationDate: new Date(asOf) }) },
    ...accessible,
  });
  pdf.registerFont('regular', regular);
  pdf.registerFont('bold', bold);
  return pdf;
};

export const left = (pdf: Pdf): number => pdf.page.margins.left;
export const usableWidth = (pdf: Pdf): number => pdf.page.width - pdf.page.margins.left - pdf.page.margins.right;
export const bottom = (pdf: Pdf): number => pdf.page.height - pdf.page.margins.bottom;

/** Goes on with a new page where this much does not fit any more; says whether it did. */
export const makeRoom = (pdf: Pdf, height: number): boolean => {
  if (pdf.y + height <= bottom(pdf)) return false;
  pdf.addPage();
  return true;
};

/** The whole file once the document is at its end. */
export const bytesOf = async (pdf: Pdf): Promise<Uint8Array> => {
  const pieces: Buffer[] = [];
  pdf.on('data', (piece: Buffer) => pieces.push(piece));
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  pdf.end();
  await ended;
  return Buffer.concat(pieces);
};
