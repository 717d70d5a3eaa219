import type { LocalDataset } from './engine.ts';

/** One key that is not the same on both sides, and the columns in which its two rows differ. */
export interface Difference {
  readonly dataset: string;
  readonly kind: 'ONLY_HERE' | 'ONLY_THERE' | 'DIFFERENT';
  readonly schoolId: string | null;
  readonly key: Readonly<Record<string, string>>;
  readonly changed: readonly string[];
}

export interface DifferenceCount {
  readonly dataset: string;
  /** Null where rows belong to no school, or to one through another dataset. */
  readonly schoolId: string | null;
  readonly onlyHere: number;
  readonly onlyThere: number;
  readonly different: number;
}

export interface ComparisonSummary {
  readonly counts: readonly DifferenceCount[];
  /** The first keys of each kind in each dataset. */
  readonly examples: readonly Difference[];
}

/** Two states of the same datasets. */
export interface ComparisonJob {
  readonly here: readonly LocalDataset[];
  readonly there: readonly LocalDataset[];
  /** Those to compare; the others only tell which rows belong to a school. */
  readonly names: readonly string[];
  readonly schoolId: string | null;
  readonly workFolder: string;
  /** Where the differences go: a Parquet file, one row for each key that is not the same on both sides. */
  readonly target: string;
}

export interface DifferencesWish {
  readonly dataset?: string | undefined;
  readonly kind?: Difference['kind'] | undefined;
  readonly offset: number;
  readonly limit: number;
}

export interface DifferencesPage {
  readonly items: readonly Difference[];
  readonly total: number;
}

/** Compares two states of some datasets by key. Values are compared, and never written down. */
export interface DataComparer {
  compare(job: ComparisonJob): Promise<ComparisonSummary>;
  /** Out of the file of a comparison, in its order. */
  page(file: string, wish: DifferencesWish): Promise<DifferencesPage>;
  /** The same as a table for a spreadsheet. */
  writeTable(file: string, titles: Readonly<Record<Difference['kind'], string>>, target: string): Promise<void>;
}
