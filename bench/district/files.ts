import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { ingestFile } from '../../shared/engine/ingest/ingest-file.ts';
import { quotedText } from '../../shared/engine/sandbox/sql-text.ts';
import { programPath } from '../programs/bundled.ts';
import { root } from '../system/place.ts';
import { declarations } from './declarations.ts';
import { deliveredOrder, generation } from './generator.ts';
import { type SetName, sizes } from './sizes.ts';

export type FileForm = 'csv' | 'ndjson' | 'parquet';

/** A generated district on this machine: one file a dataset in each form that was asked for. */
export interface District {
  readonly set: SetName;
  readonly folder: string;
  readonly path: (dataset: string, form: FileForm | 'sorted') => string;
}

const generatorFiles = ['generator.ts', 'sizes.ts', 'declarations.ts'];

const version = (): string => {
  const hash = createHash('sha256');
  for (const file of generatorFiles) hash.update(readFileSync(fileURLToPath(new URL(file, import.meta.url))));
  return hash.digest('hex').slice(0, 8);
};

const options: Readonly<Record<FileForm, string>> = {
  csv: 'FORMAT csv, HEADER true',
  ndjson: 'FORMAT json',
  parquet: 'FORMAT parquet, COMPRESSION zstd',
};

/** Made once and kept; a folder that is there is whole, since it gets its name last. */
const made = async (folder: string, make: (unfinished: string) => Promise<void>): Promise<void> => {
  if (existsSync(folder)) return;
  const unfinished = `${folder}.part`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  await make(unfinished);
  await rename(unfinished, folder);
};

const withDuckDb = async (work: (run: (sql: string) => Promise<unknown>) => Promise<void>): Promise<void> => {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: '2GB',
    temp_directory: join(root, '.attest/bench-spill'),
  });
  const connection = await instance.connect();
  await work((sql) => connection.run(sql));
  connection.closeSync();
  instance.closeSync();
};

const generate = (set: SetName, folder: string): Promise<void> =>
  withDuckDb(async (run) => {
    for (const statement of generation(sizes[set])) await run(statement);
    for (const { name, columns } of declarations) {
      const names = columns.map((column) => `"${column.name}"`).join(', ');
      const order = deliveredOrder[name] ?? names;
      await run(
        `COPY (SELECT ${names} FROM ${name} ORDER BY ${order}) TO ${quotedText(join(folder, `${name}.parquet`))} (${options.parquet})`,
      );
    }
  });

const convert = (from: string, form: FileForm, folder: string): Promise<void> =>
  withDuckDb(async (run) => {
    for (const { name } of declarations)
      await run(
        `COPY (FROM read_parquet(${quotedText(join(from, `${name}.parquet`))})) TO ${quotedText(join(folder, `${name}.${form}`))} (${options[form]})`,
      );
  });

/** By the product's own ingest: what a rule reads is what a delivery became. */
const ingest = async (from: string, folder: string): Promise<void> => {
  const childPath = await programPath('engine-child');
  for (const declaration of declarations) {
    const workFolder = join(folder, `work-${declaration.name}`);
    await mkdir(workFolder);
    const job = {
      source: join(from, `${declaration.name}.parquet`),
      format: 'PARQUET',
      gzip: false,
      declaration,
      target: join(folder, `${declaration.name}.parquet`),
      workFolder,
      limits: { memoryMb: 512, threads: 2, fileBytes: 5e9 },
    } as const;
    const outcome = await ingestFile(job, { childPath });
    if (!outcome.ok) throw new Error(`${declaration.name} was refused: ${JSON.stringify(outcome.failure.problems[0])}`);
    await rm(workFolder, { recursive: true });
  }
};

/** The set in these forms, made where it is not there yet. */
export const districtOf = async (set: SetName, ...forms: readonly (FileForm | 'sorted')[]): Promise<District> => {
  const folder = join(root, '.attest/bench-data', `${set}-${version()}`);
  const place = (form: string): string => join(folder, form);
  await mkdir(folder, { recursive: true });
  await made(place('parquet'), (unfinished) => generate(set, unfinished));
  for (const form of forms) {
    if (form === 'sorted') await made(place(form), (unfinished) => ingest(place('parquet'), unfinished));
    else await made(place(form), (unfinished) => convert(place('parquet'), form, unfinished));
  }
  return {
    set,
    folder,
    path: (dataset, form) => join(place(form), `${dataset}.${form === 'sorted' ? 'parquet' : form}`),
  };
};
