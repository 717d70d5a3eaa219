import type { DatasetDeclaration } from '../../../shared/engine/declaration.ts';
import { rowSchema } from '../../../shared/engine/dictionary/json-schema.ts';
import { dictionaryPage } from '../../../shared/engine/dictionary/page.ts';
import { csvTemplate } from '../../../shared/engine/dictionary/template.ts';
import { type AnsweredDocument, mediaTypes } from '../../../shared/runtime/http/document.ts';

const documents = {
  schema: {
    of: (declaration: DatasetDeclaration) => JSON.stringify(rowSchema(declaration), null, 2),
    mediaType: 'application/schema+json',
    suffix: '.schema.json',
  },
  html: { of: dictionaryPage, mediaType: mediaTypes.html, suffix: '.html' },
  csv: { of: csvTemplate, mediaType: mediaTypes.csv, suffix: '.csv' },
} as const;

/** A declaration for programs that check rows, for people who read, and as the file to fill in. */
export const datasetDocument = (declaration: DatasetDeclaration, format: keyof typeof documents): AnsweredDocument => {
  const { of, mediaType, suffix } = documents[format];
  return { content: Buffer.from(of(declaration)), mediaType, fileName: `${declaration.name}${suffix}` };
};
