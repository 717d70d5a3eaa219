export const problemCodes = [
  'MALFORMED_JSON',
  'NOT_AN_OBJECT',
  'UNKNOWN_COLUMN',
  'REQUIRED',
  'WRONG_TYPE',
  'NOT_A_DATE',
  'NOT_IN_CODES',
  'DUPLICATE_KEY',
  'TOO_LONG',
  'INVALID_TEXT',
  'NOT_GZIP',
  'INFLATES_TOO_MUCH',
  'FILE_TOO_LARGE',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** What is wrong, without where. `detail` never holds a value of a row: values are student data. */
export interface Defect {
  readonly code: ProblemCode;
  readonly detail: string;
}

/** Line numbers start at 1; line 0 is the file as a whole. */
export interface Problem extends Defect {
  readonly line: number;
  readonly column: string | null;
}

const reportedAtMost = 200;

/** Keeps the first problems and counts all of them. */
export interface ProblemLog {
  add(problem: Problem): void;
  /** For problems found together elsewhere: the first of them, and how many there are. */
  addCounted(problems: readonly Problem[], count: number): void;
  count(): number;
  reported(): readonly Problem[];
}

export const problemLog = (): ProblemLog => {
  const kept: Problem[] = [];
  let count = 0;
  return {
    add: (problem) => {
      count += 1;
      if (kept.length < reportedAtMost) kept.push(problem);
    },
    addCounted: (problems, more) => {
      count += more;
      kept.push(...problems);
    },
    count: () => count,
    reported: () => kept.toSorted((left, right) => left.line - right.line).slice(0, reportedAtMost),
  };
};

/** Ends the reading of a file that cannot be read on. */
export class UnreadableFile extends Error {
  readonly defect: Defect;
  constructor(defect: Defect) {
    super(defect.code);
    this.defect = defect;
  }
}
