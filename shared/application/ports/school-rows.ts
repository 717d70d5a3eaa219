import type { LocalDataset } from './engine.ts';

export interface ExtractedDataset {
  readonly dataset: string;
  readonly rows: number;
  readonly file: string;
  readonly sha256: string;
}

/** Writes the rows of one school as files of its own. Datasets that cannot be told apart by school are left out. */
export interface SchoolRows {
  extract(job: {
    /** A folder of this job's own; the files lie in it afterwards. */
    readonly workFolder: string;
    readonly schoolId: string;
    readonly datasets: readonly LocalDataset[];
  }): Promise<readonly ExtractedDataset[]>;
}
