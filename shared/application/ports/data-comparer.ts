import type { Result } from '../../kernel/result.ts';
import type { LocalDataset } from './engine.ts';

/** One key that is not the same on both sides, and the columns in which its two rows differ. */
export interface Difference {
  readonly dataset: string;
  readonly kind: 'ONLY_HERE' | 'ONLY_THERE' | 'DIFFERENT';
  /** Those it belongs to on either side, by itself or through other datasets. */
  readonly schoolIds: readonly string[];
  readonly key: Readonly<Record<string, string>>;
  readonly changed: readonly string[];
}

export interface Differences {
  readonly onlyHere: number;
  readonly onlyThere: number;
  readonly different: number;
}

export interface SchoolDifferences extends Differences {
  /** Null where no school is known on either side. */
  readonly schoolId: string | null;
}

/** Of a dataset in all, and of each school that has any. A row that belongs to several counts for each of them. */
export interface DifferenceCount extends Differences {
  readonly dataset: string;
  readonly schools: readonly SchoolDifferences[];
}

export interface DifferencesListed {
  /** The first keys of each kind in each dataset. */
  readonly examples: readonly Difference[];
  /** False where there were too many to list them all. */
  readonly complete: boolean;
}

/** So many rows, of both sides together, would have to be compared; no more than so many can be while somebody waits. */
export interface TooManyRows {
  readonly rows: number;
  readonly rowsAtMost: number;
}

/** Two states of the same datasets. */
export interface ComparisonJob {
  readonly here: readonly LocalDataset[];
  readonly there: readonly LocalDataset[];
  /** Those to compare; the others only tell which rows belong to a school. */
  readonly names: readonly string[];
  readonly schoolId: string | null;
  readonly workFolder: string;
  /** Where the differences are listed: a Parquet file, one row for each key that is not the same on both sides. */
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
  /** How many are listed. */
  readonly total: number;
}

/** How the differences are told to people. */
export interface DifferencesWording {
  readonly titles: Readonly<Record<Difference['kind'], string>>;
  /** How many there are, listed or not. */
  readonly total: number;
}

/** Compares two states of some datasets by key. Values are compared, and never written down. */
export interface DataComparer {
  /** The most rows, of both sides together, that are looked at while somebody waits. */
  readonly rowsAtMost: number;
  /** Looks at every row, and joins those that may differ unless they are too many. */
  count(job: ComparisonJob): Promise<Result<readonly DifferenceCount[], TooManyRows>>;
  /** Lists what was counted, or a bounded number of it. */
  list(job: ComparisonJob, counts: readonly DifferenceCount[]): Promise<DifferencesListed>;
  /** Out of the file of a comparison, in its order. */
  page(file: string, wish: DifferencesWish): Promise<DifferencesPage>;
  /** The counts as a table for a spreadsheet. */
  writeCounts(counts: readonly DifferenceCount[], titles: DifferencesWording['titles'], target: string): Promise<void>;
  /** The listed rows as such a table, which says so where it does not hold all. */
  writeTable(file: string, wording: DifferencesWording, target: string): Promise<void>;
}
