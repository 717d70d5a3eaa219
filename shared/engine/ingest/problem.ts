import type { ProblemCode } from '../../domain/dataset/problem-advice.ts';

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

/** How many problems are told one by one. */
const reportedAtMost = 200;
/** How many are remembered, so that the refused rows can be handed back. */
export const rememberedAtMost = 100_000;

/** Keeps the first problems and counts all of them. */
export interface ProblemLog {
  add(problem: Problem): void;
  /** For problems found together elsewhere: the first of them, and how many there are. */
  addCounted(problems: readonly Problem[], count: number): void;
  count(): number;
  /** The first problems, by line. */
  reported(): readonly Problem[];
  /** Those remembered, by line. */
  remembered(): readonly Problem[];
}

const byLine = (left: Problem, right: Problem): number => left.line - right.line;

export const problemLog = (): ProblemLog => {
  const kept: Problem[] = [];
  let count = 0;
  return {
    add: (problem) => {
      count += 1;
      if (kept.length < rememberedAtMost) kept.push(problem);
    },
    addCounted: (problems, more) => {
      count += more;
      kept.push(...problems.slice(0, Math.max(0, rememberedAtMost - kept.length)));
    },
    count: () => count,
    reported: () => kept.toSorted(byLine).slice(0, reportedAtMost),
    remembered: () => kept.toSorted(byLine),
  };
};

/** Ends the reading of a file that cannot be read on; `line` is where, 0 for the file as a whole. */
export class UnreadableFile extends Error {
  readonly defect: Defect;
  readonly line: number;
  constructor(defect: Defect, line = 0) {
    super(defect.code);
    this.defect = defect;
    this.line = line;
  }
}

/** Undefined, and a problem in the log, where the work met a file that cannot be read on. */
export const orTold = async <Value>(log: ProblemLog, work: () => Promise<Value>): Promise<Value | undefined> => {
  try {
    return await work();
  } catch (fault) {
    if (!(fault instanceof UnreadableFile)) throw fault;
    log.add({ line: fault.line, column: null, ...fault.defect });
    return undefined;
  }
};
