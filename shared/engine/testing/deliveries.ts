import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatasetDeclaration } from '../declaration.ts';
import type { IngestJob } from '../ingest/job.ts';

/** One column of each type, with codes and a school. */
const enrollments: DatasetDeclaration = {
  name: 'enrollments',
  version: 1,
  title: 'Enrollments',
  columns: [
    { name: 'studentUniqueId', type: 'string', required: true },
    { name: 'schoolId', type: 'string', required: false },
    { name: 'entryDate', type: 'date', required: true },
    { name: 'fte', type: 'decimal', required: false },
    { name: 'days', type: 'integer', required: false },
    { name: 'active', type: 'boolean', required: false },
    { name: 'changedAt', type: 'timestamp', required: false },
    { name: 'sex', type: 'string', required: false, codes: ['F', 'M'] },
  ],
  key: ['studentUniqueId', 'entryDate'],
  schoolColumn: 'schoolId',
  schoolThrough: null,
};

let jobs = 0;

/** A job over this content, in a folder of its own below `folder`. */
export const anIngestJob = async (
  folder: string,
  content: string | Uint8Array,
  change: Partial<IngestJob> = {},
): Promise<IngestJob> => {
  const workFolder = join(folder, String((jobs += 1)));
  await mkdir(join(workFolder, 'spill'), { recursive: true });
  const source = join(workFolder, 'delivered');
  await writeFile(source, content);
  return {
    source,
    format: 'CSV',
    gzip: false,
    declaration: enrollments,
    target: join(workFolder, 'part-0.parquet'),
    workFolder,
    limits: { memoryMb: 256, threads: 1, fileBytes: 50_000_000 },
    ...change,
  };
};
