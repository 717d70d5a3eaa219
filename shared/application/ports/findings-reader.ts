import type { Severity } from '../../domain/rule-library/state.ts';

export interface FindingsWish {
  readonly ruleCode?: string | undefined;
  readonly severity?: Severity | undefined;
  readonly cause?: string | undefined;
  /** Rules whose rows are counted by cause, too. */
  readonly counted: readonly string[];
  readonly offset: number;
  readonly limit: number;
}

export interface FindingsPart {
  readonly items: readonly {
    readonly ruleCode: string;
    readonly severity: string;
    readonly row: Readonly<Record<string, unknown>>;
  }[];
  /** For each rule among them its columns in the order of the rule. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  readonly causes: Readonly<Record<string, readonly { readonly cause: string; readonly count: number }[]>>;
  /** How many there are under the same filters. */
  readonly total: number;
}

/** Reads rows out of the findings file of a run, in the order of the run. */
export interface FindingsReader {
  read(file: string, wish: FindingsWish): Promise<FindingsPart>;
}
