import type { Problem } from '../../../shared/engine/ingest/problem.ts';

/** One thing that is wrong with many lines. */
export interface Cause extends Pick<Problem, 'code' | 'column' | 'detail'> {
  readonly count: number;
  readonly firstLine: number;
}

/** Thousands of problems have two or three causes: the same fault in the same column. The most frequent comes first. */
export const causesOf = (problems: readonly Problem[]): readonly Cause[] => {
  const causes = new Map<string, Cause>();
  for (const { code, column, detail, line } of problems) {
    const key = `${code} ${column ?? ''}`;
    const { count, firstLine } = causes.get(key) ?? { count: 0, firstLine: line };
    causes.set(key, { code, column, detail, count: count + 1, firstLine: Math.min(firstLine, line) });
  }
  return [...causes.values()].toSorted((one, other) => other.count - one.count || one.firstLine - other.firstLine);
};
