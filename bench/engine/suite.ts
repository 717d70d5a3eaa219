import { type District, districtOf } from '../district/files.ts';
import type { SetName } from '../district/sizes.ts';
import { type Aim, costRatio, type Figure, most, ratio, seconds } from '../figure.ts';
import type { Answers } from '../oracle/fingerprint.ts';
import { postgresFolder, startPostgres } from '../peers/postgres.ts';
import { sqlite } from '../peers/sqlite.ts';
import { toldInTurn } from '../rounds.ts';
import type { Bench, Size, Suite } from '../suite.ts';
import { alone, asTheOracle, bare, bareMustAnswer, job, type Measured, oracle, scan } from './contenders.ts';
import { memoryFigures } from './memory.ts';
import { runawayFigures } from './runaway.ts';

const own = (all: readonly Measured[]) => all.map((one) => one.own);
const whole = (all: readonly Measured[]) => all.map((one) => one.whole);
const clock = (all: readonly Measured[]) => all.map((one) => one.own.milliseconds);

interface Known {
  readonly district: District;
  readonly expected: Answers;
}

/** Against the limits: a scan of what the rules read, bare DuckDB, and the rules as an analyst writes them. */
const limitFigures = async ({ district, expected }: Known, rounds: number): Promise<readonly Figure[]> => {
  const { set } = district;
  const check = asTheOracle(`the job on ${set}`, expected);
  const told = await toldInTurn(rounds, {
    scan: () => scan(district),
    bare: () => bare(district, expected),
    unsorted: () => bare(district, expected, 'parquet'),
    job: () => job(district, 'tuned', { check }),
    written: () => job(district, 'asWritten', { check }),
  });
  // The job starts an engine of its own, so it is held against a bare engine from its start on.
  return [
    seconds(`${set}: bare DuckDB`, clock(told('bare'))),
    seconds(`${set}: whole job`, clock(told('job'))),
    costRatio(`${set}: whole job / bare DuckDB`, own(told('job')), whole(told('bare')), { id: 'E1', atMost: 1.1 }),
    costRatio(`${set}: whole job / scan of what is read`, own(told('job')), whole(told('scan')), {
      id: 'E2',
      atMost: 6.5,
    }),
    costRatio(`${set}: rules as written / tuned`, own(told('written')), own(told('job')), { id: 'E5', atMost: 1.3 }),
    costRatio(`${set}: files as delivered / sorted, bare`, whole(told('unsorted')), whole(told('bare'))),
    most(
      `${set}: most memory at a limit of 512 MB`,
      told('job').map(({ peakMb }) => peakMb),
      'MB',
      { id: 'E6', atMost: 750 },
    ),
  ];
};

/** A typical district: how much of the job is start-up. */
const smallFigures = async ({ district, expected }: Known, rounds: number): Promise<readonly Figure[]> => {
  const { set } = district;
  const check = asTheOracle(`the job on ${set}`, expected);
  const told = await toldInTurn(rounds, {
    node: alone,
    bare: () => bare(district, expected),
    job: () => job(district, 'tuned', { formats: ['html'], check }),
  });
  const aim = (atMost: number): Aim => ({ id: 'E3', atMost });
  return [
    seconds(`${set}: whole job`, clock(told('job'))),
    costRatio(`${set}: warm job / bare DuckDB`, own(told('job')), whole(told('bare')), aim(1.25)),
    costRatio(`${set}: cold process / node -e 0`, whole(told('job')), whole(told('node')), aim(6)),
    most(
      `${set}: most memory`,
      told('job').map(({ peakMb }) => peakMb),
      'MB',
      { id: 'E6', atMost: 150 },
    ),
  ];
};

/** Against row by row: JavaScript by hand, SQLite as Node carries it, PostgreSQL where it is installed. */
const peerFigures = async (
  { district, expected }: Known,
  rounds: number,
  say: (line: string) => void,
): Promise<readonly Figure[]> => {
  const { set } = district;
  const check = asTheOracle(`the job on ${set}`, expected);
  const programs = postgresFolder();
  if (programs === undefined) say('PostgreSQL is not installed: it is not measured');
  const server = programs === undefined ? undefined : await startPostgres(programs);
  try {
    const contenders = {
      oracle: () => oracle(district),
      sqlite: () => sqlite(district, expected),
      job: () => job(district, 'tuned', { check }),
    };
    const told = await toldInTurn<keyof typeof contenders | 'postgres', Measured>(rounds, {
      ...contenders,
      ...(server && { postgres: () => server.judge(district, expected) }),
    });
    const jobs = told('job');
    return [
      costRatio(`${set}: whole job / JavaScript by hand`, own(jobs), own(told('oracle')), { id: 'E4', atMost: 0.12 }),
      costRatio(`${set}: whole job / SQLite`, own(jobs), own(told('sqlite'))),
      // By the clock: the processors of its server are not ours to count.
      ...(server
        ? [ratio(`${set}: whole job / PostgreSQL`, clock(jobs), clock(told('postgres')), { id: 'E4', atMost: 0.1 })]
        : []),
    ];
  } finally {
    await server?.stop();
  }
};

const districts = new Map<SetName, Promise<Known>>();

/** The set with what the oracle finds in it, asked once however many suites want it. */
const known = (set: SetName): Promise<Known> => {
  const asked = async (): Promise<Known> => {
    const district = await districtOf(set, 'csv', 'sorted');
    const { answers } = await oracle(district);
    await bareMustAnswer(district, 'tuned', answers);
    return { district, expected: answers };
  };
  const answer = districts.get(set) ?? asked();
  districts.set(set, answer);
  return answer;
};

type Sets = Size['sets'];

const overDistrict = (
  name: string,
  which: keyof Sets,
  figures: (known: Known, bench: Bench) => Promise<readonly Figure[]>,
): Suite => ({
  name,
  async run(bench) {
    const set = bench.size.sets[which];
    bench.say(`${set}: generated and judged where it is not yet ...`);
    return figures(await known(set), bench);
  },
});

/** The engine over whole districts, each answer held against a program that shares nothing with it. */
export const engineSuites: readonly Suite[] = [
  overDistrict('engine', 'small', (small, { size }) => smallFigures(small, size.rounds)),
  overDistrict('limits', 'biggest', (biggest, { size }) => limitFigures(biggest, size.rounds)),
  overDistrict('peers', 'middle', (middle, { size, say }) => peerFigures(middle, size.rounds, say)),
  overDistrict('memory', 'biggest', ({ district }, { size }) => memoryFigures(district, size.rounds)),
  overDistrict('runaway', 'small', (small, { size }) => runawayFigures(small, size.rounds)),
];
