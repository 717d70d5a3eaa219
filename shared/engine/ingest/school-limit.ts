import type { DatasetDeclaration } from '../declaration.ts';
import type { Problem } from './problem.ts';

/** No district has as many; the counts by school lie in one item of the table. */
export const schoolsAtMost = 5_000;
const idBytesAtMost = 100_000;

/** What tells a column of students, say, that was mapped to the school column. */
export const tooManySchools = (
  { schoolColumn }: DatasetDeclaration,
  rowsBySchool: Readonly<Record<string, number>>,
): Problem | undefined => {
  const ids = Object.keys(rowsBySchool);
  if (ids.length <= schoolsAtMost && Buffer.byteLength(ids.join('')) <= idBytesAtMost) return undefined;
  const [schools, bytes] = [schoolsAtMost, idBytesAtMost].map((limit) => limit.toLocaleString('en-US'));
  const detail = `names more than ${schools} schools, or schools whose ids have more than ${bytes} bytes together`;
  return { line: 0, column: schoolColumn, code: 'TOO_MANY_SCHOOLS', detail };
};
