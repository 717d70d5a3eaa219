import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { EngineReportFormat } from '../../shared/engine/report/write-report.ts';
import type { RunJob } from '../../shared/engine/run/job.ts';
import { declarations } from '../district/declarations.ts';
import type { District } from '../district/files.ts';
import { type Answers, mustAnswer, mustCount } from '../oracle/fingerprint.ts';
import { ask, type Cost, costOf, type Told } from '../programs/ask.ts';
import { programPath } from '../programs/bundled.ts';
import { nodeAlone } from '../child.ts';
import { root } from '../system/place.ts';
import { answersIn, answersSchema, bareWork, type Form, jobOf, reportingYear, scanWork } from './work.ts';

/** One run of a contender: `own` from its first statement on, `whole` from the start of its process. */
export interface Measured {
  readonly own: Cost;
  readonly whole: Cost;
  readonly peakMb: number;
}

export const measured = ({ milliseconds, cpuMilliseconds, peakMb, whole }: Told<unknown>): Measured => ({
  own: { milliseconds, cpuMilliseconds },
  whole,
  peakMb,
});

export const alone = async (): Promise<Measured> => {
  const whole = await costOf(nodeAlone);
  return { own: whole, whole, peakMb: 0 };
};

export const oracle = async (district: District): Promise<Measured & { readonly answers: Answers }> => {
  const files = Object.fromEntries(declarations.map(({ name }) => [name, district.path(name, 'csv')]));
  const told = await ask('oracle', { files, reportingYear }, answersSchema);
  return { ...measured(told), answers: told.answer };
};

const countsOf = (answers: Answers): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(answers).map(([code, { count }]) => [code, count]));

/** Which rows it finds is compared once; in a contest it counts them, as the limit does. */
export const bareMustAnswer = async (district: District, form: Form, expected: Answers): Promise<void> => {
  const { answer } = await ask('bare', { ...bareWork(district, form), withKeys: true }, answersSchema);
  mustAnswer(`bare DuckDB on ${district.set}`, expected, answer);
};

export const bare = async (
  district: District,
  expected: Answers,
  files: 'sorted' | 'parquet' = 'sorted',
): Promise<Measured> => {
  const told = await ask('bare', bareWork(district, 'tuned', files), answersSchema);
  mustCount(`bare DuckDB on ${district.set}`, expected, countsOf(told.answer));
  return measured(told);
};

export const scan = async (district: District): Promise<Measured> =>
  measured(await ask('bare', scanWork(district), answersSchema));

const header = {
  title: 'Benchmark',
  districtName: 'A district of the benchmark',
  schoolName: null,
  dataName: 'State copy',
  generatedAt: '2022-06-01T12:00:00.000Z',
  timeZone: 'America/Denver',
};

const jobAnswer = z.object({
  results: z.array(
    z.object({ ruleCode: z.string(), outcome: z.string(), count: z.int(), problemCode: z.string().nullable() }),
  ),
  findingsFile: z.string(),
  reportMilliseconds: z.number(),
});
type JobAnswer = z.output<typeof jobAnswer>;

export interface JobOptions {
  readonly formats?: readonly EngineReportFormat[];
  readonly change?: (job: RunJob) => RunJob;
  /** What is held against the answer while its files are still there. */
  readonly check: (answer: JobAnswer) => void | Promise<void>;
}

/** The product's job in a process like its worker's; its answer is checked outside of the time. */
export const job = async (
  district: District,
  form: Form,
  { formats, change, check }: JobOptions,
): Promise<Measured> => {
  await mkdir(join(root, '.attest'), { recursive: true });
  const folder = await mkdtemp(join(root, '.attest/bench-job-'));
  try {
    const asked = jobOf(district, form, folder);
    const run = change?.(asked) ?? asked;
    await mkdir(run.workFolder, { recursive: true });
    const childPath = await programPath('engine-child');
    const told = await ask('job', { job: run, childPath, header, formats: formats ?? ['html', 'csv'] }, jobAnswer);
    await check(told.answer);
    return measured(told);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Holds every rule's count and rows against the oracle's. */
export const asTheOracle =
  (who: string, expected: Answers) =>
  async ({ results, findingsFile }: JobAnswer): Promise<void> => {
    const failed = results.find(({ problemCode }) => problemCode !== null);
    if (failed) throw new Error(`${who}: ${failed.ruleCode} ended with ${failed.problemCode ?? ''}`);
    mustAnswer(who, expected, await answersIn(findingsFile));
  };
