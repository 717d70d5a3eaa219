import { Refused } from '../../../api/problem.ts';

const conflict = 409;

interface RowResult {
  readonly outcome: 'APPLIED' | 'REFUSED';
  readonly code: string | null;
}

/** A request about one participant that was refused in its row was refused. */
export const rowRefusal = (results: readonly RowResult[]): Refused | null => {
  const refused = results.find(({ outcome }) => outcome === 'REFUSED');
  return refused === undefined ? null : new Refused(refused.code ?? 'CONFLICT', conflict);
};
