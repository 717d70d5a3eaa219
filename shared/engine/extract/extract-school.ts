import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Of } from '../ingest/sha256-of.ts';
import { countRows, writeSorted } from '../ingest/write-parquet.ts';
import type { DeliveredDataset } from '../run/job.ts';
import { createDatasetViews } from '../run/views.ts';
import { openSandbox } from '../sandbox/instance.ts';
import { quotedName } from '../sandbox/sql-text.ts';

export interface Extraction {
  /** A folder of this job's own; the files lie in it afterwards. */
  readonly workFolder: string;
  readonly schoolId: string;
  readonly datasets: readonly DeliveredDataset[];
}

export interface ExtractedFile {
  readonly dataset: string;
  readonly rows: number;
  readonly file: string;
  readonly sha256: string;
}

const limits = { memoryMb: 512, threads: 2 };

/**
 * Writes what a run for this school would see, dataset by dataset: the same rows give the same bytes. The files it reads
 * were written by ourselves, and the statements are ours too: this needs no process of its own.
 */
export const extractSchool = async ({
  workFolder,
  schoolId,
  datasets,
}: Extraction): Promise<readonly ExtractedFile[]> => {
  const spill = join(workFolder, 'spill');
  await mkdir(spill, { recursive: true });
  const { connection, lock, close } = await openSandbox(spill, limits);
  const fileOf = (name: string): string => join(workFolder, `${name}.parquet`);
  try {
    const visible = await createDatasetViews(connection, datasets, schoolId);
    const own = datasets.map(({ declaration }) => declaration).filter(({ name }) => visible.has(name));
    await lock([...datasets.flatMap(({ files }) => files ?? []), ...own.map(({ name }) => fileOf(name))]);
    const extracted: ExtractedFile[] = [];
    for (const declaration of own) {
      const file = fileOf(declaration.name);
      await writeSorted(connection, declaration, `FROM ${quotedName(declaration.name)}`, file);
      const { rows } = await countRows(connection, { ...declaration, schoolColumn: null }, file);
      extracted.push({ dataset: declaration.name, rows, file, sha256: await sha256Of(file) });
    }
    return extracted;
  } finally {
    close();
  }
};
