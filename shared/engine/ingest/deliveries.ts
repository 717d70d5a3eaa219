import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { readHeader } from './csv/header.ts';
import { readCsv } from './csv/read-csv.ts';
import { plainBytes } from './inflate.ts';
import { type DeliveredFormat, type IngestJob, refusedRowsPath } from './job.ts';
import { joined } from './joined.ts';
import { type Line, lineLimit } from './line.ts';
import type { Problem } from './problem.ts';
import { openParquet, orUnreadable, readParquet } from './parquet/read-parquet.ts';
import { readNdjson } from './read-ndjson.ts';
import { copyRefusedRows, csvRows, ndjsonRows, notesByLine, writeRefusedRows } from './refused-rows.ts';
import { operationColumn } from './column-names.ts';
import { csvRelation, type Relation } from './write-direct.ts';

/** A delivered file that has been opened: what is wrong with its columns, and the ways to its rows. */
export interface Delivery {
  readonly problems: readonly Problem[];
  readonly lines: () => AsyncIterable<readonly Line[]>;
  /** For DuckDB to read by itself; undefined when only the lines will do. */
  readonly relation: Relation | undefined;
  /** Writes the rows that have problems, for their sender to correct; answers how many. */
  readonly refuse: (problems: readonly Problem[]) => Promise<number>;
}

type Opener = (job: IngestJob, path: string, connection: DuckDBConnection) => Promise<Delivery>;

// Unpacked once: what is read may be read again, by DuckDB or for the refused rows.
const unpacked = async ({ source, gzip, workFolder, limits }: IngestJob): Promise<string> => {
  const plain = join(workFolder, 'plain');
  await pipeline(plainBytes(source, gzip, limits.fileBytes), createWriteStream(`${plain}.part`));
  await rename(`${plain}.part`, plain);
  return plain;
};

/** Where the bytes lie that are read: the only file of others that the engine may open. */
export const plainPath = (job: IngestJob): string => (job.gzip ? join(job.workFolder, 'plain') : job.source);

// As much as the longest header takes.
const startOf = async (job: IngestJob, path: string): Promise<Uint8Array> => {
  const held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of plainBytes(path, false, job.limits.fileBytes)) {
    held.push(chunk);
    length += chunk.length;
    if (length > lineLimit) break;
  }
  return joined(held);
};

const openers: Readonly<Record<DeliveredFormat, Opener>> = {
  NDJSON: async (job, path) => {
    const lines = () => readNdjson(plainBytes(path, false, job.limits.fileBytes));
    return {
      problems: [],
      lines,
      relation: undefined,
      refuse: (problems) => writeRefusedRows(lines(), notesByLine(problems), ndjsonRows, refusedRowsPath(job.target)),
    };
  },
  CSV: async (job, path) => {
    const header = readHeader(await startOf(job, path), job.declaration, job.mapping);
    const lines = () => readCsv(header)(plainBytes(path, false, job.limits.fileBytes));
    return {
      problems: header.problems,
      lines,
      relation: csvRelation(path, header),
      refuse: (problems) =>
        writeRefusedRows(lines(), notesByLine(problems), csvRows(header), refusedRowsPath(job.target)),
    };
  },
  PARQUET: async (job, path, connection) => {
    const { declaration, mapping, limits } = job;
    const file = await openParquet(connection, declaration, { path, mapping, limit: limits.fileBytes });
    return {
      problems: file.problems,
      lines: () => readParquet(connection, declaration, file),
      relation: file.textOf(operationColumn) === undefined ? file : undefined,
      refuse: (problems) =>
        orUnreadable(copyRefusedRows(connection, file, notesByLine(problems), refusedRowsPath(job.target))),
    };
  },
};

/** Opens a delivered file by its format. Throws UnreadableFile when it is not what it is said to be. */
export const openDelivery = async (job: IngestJob, connection: DuckDBConnection): Promise<Delivery> => {
  if (job.gzip) await unpacked(job);
  return openers[job.format](job, plainPath(job), connection);
};
