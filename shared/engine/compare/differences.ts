import { createWriteStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import type {
  Difference,
  DifferencesPage,
  DifferencesWish,
  DifferencesWording,
} from '../../application/ports/data-comparer.ts';
import { csvLine } from '../report/csv-cell.ts';
import { openSandbox } from '../sandbox/instance.ts';
import { quotedText } from '../sandbox/sql-text.ts';
import { trustedJson } from '../sandbox/trusted-json.ts';

const limits = { memoryMb: 256, threads: 1 };

const within = async <Value>(file: string, work: (connection: DuckDBConnection) => Promise<Value>): Promise<Value> => {
  const sandbox = await openSandbox(join(dirname(file), 'spill'), limits);
  try {
    await sandbox.lock([file]);
    return await work(sandbox.connection);
  } finally {
    sandbox.close();
  }
};

/** One row of the file of differences as JSON (SQL). */
export const differenceJson =
  'to_json({dataset: dataset, kind: kind, schoolIds: schools, key: CAST(key AS JSON), changed: changed})';

/** One page of the differences, in the order of the file. */
export const pageOfDifferences = (
  file: string,
  { dataset, kind, offset, limit }: DifferencesWish,
): Promise<DifferencesPage> =>
  within(file, async (connection) => {
    const filters = [
      ...(dataset === undefined ? [] : [`dataset = ${quotedText(dataset)}`]),
      ...(kind === undefined ? [] : [`kind = ${quotedText(kind)}`]),
    ];
    const chosen = `FROM read_parquet(${quotedText(file)}) ${filters.length === 0 ? '' : `WHERE ${filters.join(' AND ')}`}`;
    const counted = await connection.runAndReadAll(`SELECT count(*) ${chosen}`);
    const read = await connection.runAndReadAll(`SELECT ${differenceJson} ${chosen} LIMIT ${limit} OFFSET ${offset}`);
    return {
      items: read.getRows().map(([text]) => trustedJson<Difference>(String(text))),
      total: Number(counted.getRows()[0]?.[0]),
    };
  });

/** The listed differences as a table for a spreadsheet. Its last line tells how many there are where some are left out. */
export const writeDifferences = (file: string, { titles, total }: DifferencesWording, target: string): Promise<void> =>
  within(file, async (connection) => {
    const result = await connection.stream(`SELECT ${differenceJson} FROM read_parquet(${quotedText(file)})`);
    const lines = async function* (): AsyncGenerator<string> {
      yield csvLine(['Dataset', 'Difference', 'School', 'Key', 'Columns']);
      let listed = 0;
      for await (const rows of result.yieldRows()) {
        const found = rows.map(([text]) => trustedJson<Difference>(String(text)));
        yield found
          .map(({ dataset, kind, schoolIds, key, changed }) => {
            const named = Object.entries(key).map(([column, value]) => `${column}=${value}`);
            return csvLine([dataset, titles[kind], schoolIds.join('; '), named.join('; '), changed.join('; ')]);
          })
          .join('');
        listed += rows.length;
      }
      const [some, all] = [listed, total].map((number) => number.toLocaleString('en-US'));
      if (listed < total) yield csvLine([`Only ${some} of ${all} differences are listed`]);
    };
    await pipeline(lines, createWriteStream(target));
  });
