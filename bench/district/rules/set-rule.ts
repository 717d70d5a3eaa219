import type { Severity } from '../../../shared/engine/run/job.ts';

/** A rule of the set, in the form an analyst writes first and in the one who knows the engine would write. */
export interface SetRule {
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  /** The datasets it reads, the one it is reported under first. */
  readonly datasets: readonly string[];
  /** The columns of its rows by which answers are compared. */
  readonly key: readonly string[];
  readonly asWritten: string;
  /** Only where the two differ. */
  readonly tuned?: string;
}

export const student = ['studentUniqueId'];
export const enrollment = ['studentUniqueId', 'schoolId', 'enrollmentNumber'];
export const day = ['studentUniqueId', 'schoolId', 'attendanceDate', 'sequence'];

export const grade = (column: string): string =>
  `CASE ${column} WHEN 'KG' THEN 0 ELSE try_cast(${column} AS INTEGER) END`;

export const rule = (
  code: string,
  name: string,
  datasets: readonly string[],
  key: readonly string[],
  asWritten: string,
  more: Partial<Pick<SetRule, 'severity' | 'tuned'>> = {},
): SetRule => ({ code, name, severity: 'WARNING', datasets, key, asWritten, ...more });

export const fatal = { severity: 'FATAL' } as const;

export const tunedSql = ({ tuned, asWritten }: SetRule): string => tuned ?? asWritten;
