import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** An answer that is a file. */
export interface AnsweredDocument {
  readonly content: Uint8Array;
  readonly mediaType: string;
  readonly fileName: string;
}

export const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

// A function's answer ends at 6 MB, of which base64 takes a quarter.
const mostBytes = 4_400_000;

export const fitsAnswer = ({ byteLength }: Uint8Array): boolean => byteLength <= mostBytes;

// RFC 6266: plain letters for old readers, the true name for all others.
const disposition = (fileName: string): string => {
  const plain = fileName.replaceAll(/[^A-Za-z0-9 ._-]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
};

/** A file to save. Opened as a page all the same, it may do nothing. */
export const documentAnswer = (
  { content, mediaType, fileName }: AnsweredDocument,
  headers: Readonly<Record<string, string>>,
): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 200,
  headers: {
    ...headers,
    'content-type': mediaType,
    'content-disposition': disposition(fileName),
    'content-security-policy': 'sandbox',
  },
  body: Buffer.from(content).toString('base64'),
  isBase64Encoded: true,
});
