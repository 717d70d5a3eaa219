import { readFile, stat } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { quotedText } from '../../shared/engine/sandbox/sql-text.ts';
import { type District, districtOf } from '../district/files.ts';
import { answersSchema } from '../engine/work.ts';
import { costRatio, type Figure, seconds } from '../figure.ts';
import { ask, type Told } from '../programs/ask.ts';
import { timed, toldInTurn } from '../rounds.ts';
import type { Suite } from '../suite.ts';
import { dataset, ingest, usual } from './ingest.ts';

/** The floor: the same file read by the same engine, nothing checked, nothing written. */
const scanCsv = (district: District) =>
  ask(
    'bare',
    {
      settings: { threads: '2' },
      views: [],
      rules: [{ code: 'scan', key: [], sql: scanOf(district.path(dataset, 'csv')) }],
      withKeys: false,
    },
    answersSchema,
  );

const scanOf = (path: string): string =>
  `SELECT sum(hash(rows)) FROM read_csv(${quotedText(path)}, header = true, auto_detect = false, delim = ',', quote = '"',
    columns = {'studentUniqueId': 'VARCHAR', 'schoolId': 'VARCHAR', 'attendanceDate': 'DATE', 'sequence': 'BIGINT', 'code': 'VARCHAR'}) rows`;

/** The same rows must give the same file, whatever the machine that wrote it had. */
const differingFiles = async (district: District): Promise<number> => {
  const settings = [usual, { ...usual, threads: 1 }, { ...usual, memoryMb: 256 }, { ...usual, memoryMb: 1_024 }];
  const hashes = new Set<string>();
  for (const limits of settings) hashes.add((await ingest(district, 'csv', limits)).answer.sha256);
  return hashes.size - 1;
};

/** What a snapshot adds to a version that is there: its hash is known, the manifest names it. */
const checksum = async (path: string): Promise<number> =>
  timed(async () => {
    const sha256 = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    createHash('sha256').update(JSON.stringify({ dataset, sha256 })).digest('hex');
  });

export const snapshotSuite: Suite = {
  name: 'snapshot',
  async run({ size }) {
    const district = await districtOf(size.sets.middle, 'csv', 'ndjson', 'sorted');
    const { set } = district;
    const told = await toldInTurn<'scan' | 'csv' | 'ndjson', Told<unknown>>(size.rounds, {
      scan: () => scanCsv(district),
      csv: () => ingest(district, 'csv', usual),
      ndjson: () => ingest(district, 'ndjson', usual),
    });
    const own = (name: 'scan' | 'csv' | 'ndjson') =>
      told(name).map(({ milliseconds, cpuMilliseconds }) => ({ milliseconds, cpuMilliseconds }));
    const csvBytes = (await stat(district.path(dataset, 'csv'))).size;
    const sorted = district.path(dataset, 'sorted');
    const parquetBytes = (await stat(sorted)).size;
    const hashing: number[] = [];
    for (const _ of told('csv')) hashing.push(await checksum(sorted));
    const ofIngest = hashing.map((milliseconds) => ({ milliseconds, cpuMilliseconds: milliseconds }));
    const bytes: Figure = {
      name: `${set}: bytes of sorted Parquet / CSV`,
      value: parquetBytes / csvBytes,
      unit: 'x',
      aim: { id: 'S1', atMost: 0.05 },
    };
    return [
      seconds(
        `${set}: CSV to a version`,
        own('csv').map(({ milliseconds }) => milliseconds),
      ),
      costRatio(`${set}: CSV to a version / bare scan of the CSV`, own('csv'), own('scan'), { id: 'S1', atMost: 2.6 }),
      costRatio(`${set}: NDJSON to a version / CSV to a version`, own('ndjson'), own('csv')),
      bytes,
      {
        name: `${set}: files of 1 and 2 threads and any memory that differ`,
        value: await differingFiles(district),
        unit: 'differences',
        aim: { id: 'S1', atMost: 0 },
      },
      costRatio(`${set}: checksum and manifest / the version`, ofIngest, own('csv'), { id: 'S2', atMost: 0.03 }),
    ];
  },
};
