import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatasetDeclaration } from '../declaration.ts';
import { ingestInChild } from '../ingest/ingest-in-child.ts';
import type { DeliveredDataset } from '../run/job.ts';

/** These rows as the ingest worker accepts them, in a folder of the dataset's own below `folder`. */
export const deliveredRows = async (
  folder: string,
  declaration: DatasetDeclaration,
  rows: readonly object[],
): Promise<DeliveredDataset> => {
  const place = join(folder, declaration.name);
  await mkdir(place, { recursive: true });
  const source = join(place, 'delivered.ndjson');
  await writeFile(source, rows.map((row) => JSON.stringify(row)).join('\n'));
  const target = join(place, 'part-0.parquet');
  const limits = { memoryMb: 256, threads: 1, fileBytes: 1e8 };
  const outcome = await ingestInChild({
    source,
    format: 'NDJSON',
    gzip: false,
    declaration,
    target,
    workFolder: place,
    limits,
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  return { declaration, files: [target] };
};
