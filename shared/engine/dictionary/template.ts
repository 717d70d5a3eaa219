import type { DatasetDeclaration } from '../declaration.ts';

/** The head of a CSV file with every declared column: names are plain, so that nothing needs quoting. */
export const csvTemplate = ({ columns }: DatasetDeclaration): string =>
  `${columns.map(({ name }) => name).join(',')}\r\n`;
