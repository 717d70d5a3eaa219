import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { quotedText } from '../../shared/engine/sandbox/sql-text.ts';
import type { EngineReportFormat } from '../../shared/engine/report/write-report.ts';
import { chromiumPath } from '../browser.ts';
import { answersSchema } from '../engine/work.ts';
import { costRatio, type Figure, most, seconds } from '../figure.ts';
import { ask, type Told } from '../programs/ask.ts';
import { toldInTurn } from '../rounds.ts';
import type { Suite } from '../suite.ts';
import { root } from '../system/place.ts';
import { type MadeFindings, makeFindings } from './findings.ts';
import { openingFigures } from './opening.ts';

const header = {
  title: 'Benchmark',
  districtName: 'A district of the benchmark',
  schoolName: null,
  dataName: 'State copy',
  generatedAt: '2022-06-01T12:00:00.000Z',
  timeZone: 'America/Denver',
};

const written = z.object({ bytes: z.int().min(1), sha256: z.string() });

const targetOf = ({ findingsFile }: MadeFindings, format: string): string => `${findingsFile}.${format}`;

const write = (findings: MadeFindings, format: EngineReportFormat): Promise<Told<unknown>> =>
  ask(
    'report',
    {
      format,
      header,
      results: findings.results,
      findingsFile: findings.findingsFile,
      target: targetOf(findings, format),
    },
    written,
  );

/** The floor: the same rows as CSV by the engine itself, without a guard against formulas. */
const nativeCsv = async (findings: MadeFindings): Promise<Told<unknown>> => {
  const target = targetOf(findings, 'native.csv');
  const sql = `COPY (FROM read_parquet(${quotedText(findings.plainFile)})) TO ${quotedText(target)} (FORMAT csv, HEADER true)`;
  const told = await ask(
    'bare',
    { settings: { threads: '2' }, views: [], rules: [{ code: 'R1', key: [], sql }], withKeys: false },
    answersSchema,
  );
  if ((await stat(target)).size < findings.rows) throw new Error('the engine wrote no CSV');
  return told;
};

const rowsWritten = z.object({ rows: z.int() });

/** The peer of XLSX, where somebody installed it. */
const isInstalled = (): boolean => existsSync(join(root, 'node_modules/exceljs'));

const exceljs = async (findings: MadeFindings): Promise<Told<unknown>> => {
  const { findingsFile, columns, rows } = findings;
  const told = await ask('exceljs', { findingsFile, columns, target: targetOf(findings, 'exceljs.xlsx') }, rowsWritten);
  if (told.answer.rows !== rows) throw new Error(`exceljs wrote ${told.answer.rows} rows`);
  return told;
};

const formats = ['html', 'csv', 'json', 'xlsx'] as const;

/** Writing and opening reports of many findings. */
export const reportSuite: Suite = {
  name: 'report',
  async run({ size, say }) {
    await mkdir(join(root, '.attest'), { recursive: true });
    const folder = await mkdtemp(join(root, '.attest/bench-report-'));
    try {
      const none = await makeFindings(folder, 0);
      const thousand = await makeFindings(folder, 1_000);
      const large = await makeFindings(folder, 100_000);
      const hasPeer = isInstalled();
      if (!hasPeer) say('exceljs is not installed: it is not measured');
      const told = await toldInTurn<'native' | 'none' | (typeof formats)[number] | 'exceljs', Told<unknown>>(
        size.rounds,
        {
          native: () => nativeCsv(large),
          none: () => write(none, 'html'),
          html: () => write(large, 'html'),
          csv: () => write(large, 'csv'),
          json: () => write(large, 'json'),
          xlsx: () => write(large, 'xlsx'),
          ...(hasPeer && { exceljs: () => exceljs(large) }),
        },
      );
      const grown = told('html').map(({ peakMb }, round) => peakMb - (told('none')[round]?.peakMb ?? Number.NaN));
      const beside = (format: (typeof formats)[number], aim?: Figure['aim']) =>
        costRatio(`100,000 rows: ${format} / CSV by the engine itself`, told(format), told('native'), aim);
      const figures: Figure[] = [
        seconds(
          '100,000 rows: HTML',
          told('html').map(({ milliseconds }) => milliseconds),
        ),
        beside('html', { id: 'R1', atMost: 8 }),
        most('100,000 rows: memory for HTML beside none', grown, 'MB', { id: 'R1', atMost: 50 }),
        beside('csv'),
        beside('json'),
        ...(hasPeer
          ? [costRatio('100,000 rows: xlsx / exceljs', told('xlsx'), told('exceljs'), { id: 'R3', atMost: 0.35 })]
          : []),
        // 0.35 of exceljs, which took 36 times as long as the engine's CSV when both were measured beside each other.
        beside('xlsx', { id: 'R3', atMost: 12.6 }),
      ];
      for (const rows of size.reportRows) figures.push(...(await sizeFigures(folder, rows)));
      const browser = chromiumPath();
      if (browser === undefined) say('there is no Chromium: opening is not measured');
      await write(thousand, 'html');
      const paths = { small: targetOf(thousand, 'html'), large: targetOf(large, 'html') };
      return browser === undefined
        ? figures
        : [...figures, ...(await openingFigures(browser, { ...paths, rounds: size.rounds }))];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** Once each: how the formats grow with the rows. */
const sizeFigures = async (folder: string, rows: number): Promise<readonly Figure[]> => {
  const findings = await makeFindings(folder, rows);
  const figures: Figure[] = [];
  for (const format of formats) {
    const { milliseconds } = await write(findings, format);
    const { size } = await stat(targetOf(findings, format));
    figures.push(
      { name: `${rows} rows as ${format}`, value: milliseconds / 1_000, unit: 's' },
      { name: `${rows} rows as ${format}: size`, value: size, unit: 'bytes' },
    );
  }
  return figures;
};
