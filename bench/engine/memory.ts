import type { District } from '../district/files.ts';
import type { RunJob } from '../../shared/engine/run/job.ts';
import { costRatio, type Figure, most } from '../figure.ts';
import { toldInTurn } from '../rounds.ts';
import { job } from './contenders.ts';

/** One rule that finds the attendance of the first days: none of them, or about a quarter of a million. */
const onlyFindings =
  (until: string) =>
  (asked: RunJob): RunJob => {
    const [first] = asked.rules;
    if (first === undefined) throw new Error('the set has no rule');
    const sql = `SELECT studentUniqueId, schoolId, attendanceDate, sequence, code FROM attendance WHERE attendanceDate < DATE '${until}'`;
    return { ...asked, rules: [{ ...first, datasets: ['attendance'], sql }] };
  };

const withMemory =
  (memoryMb: number) =>
  (asked: RunJob): RunJob => ({ ...asked, limits: { ...asked.limits, memoryMb } });

const lastDays = { T: '2030-01-01', S: '2030-01-01', D: '2021-10-20', M: '2021-08-27', L: '2021-08-18' } as const;

/** What a job holds at most: by the limit it is given, and by how much it finds. */
export const memoryFigures = async (district: District, rounds: number): Promise<readonly Figure[]> => {
  const { set } = district;
  let found = 0;
  const check = (): void => undefined;
  const told = await toldInTurn(rounds, {
    gigabyte: () => job(district, 'tuned', { change: withMemory(1_024), check }),
    half: () => job(district, 'tuned', { change: withMemory(512), check }),
    nothing: () => job(district, 'tuned', { change: onlyFindings('2000-01-01'), check }),
    much: () =>
      job(district, 'tuned', {
        change: onlyFindings(lastDays[set]),
        check: ({ results }) => {
          found = results[0]?.count ?? 0;
        },
      }),
  });
  const peaks = (name: 'gigabyte' | 'half' | 'nothing' | 'much') => told(name).map(({ peakMb }) => peakMb);
  const own = (name: 'gigabyte' | 'half') => told(name).map((one) => one.own);
  const nothing = peaks('nothing');
  const grown = peaks('much').map((peak, round) => peak - (nothing[round] ?? Number.NaN));
  return [
    most(`${set}: most memory at a limit of 1 GB`, peaks('gigabyte'), 'MB', { id: 'E6', atMost: 1_200 }),
    costRatio(`${set}: limit of 512 MB / 1 GB`, own('half'), own('gigabyte'), { id: 'E6', atMost: 1.15 }),
    { name: `${set}: the many findings`, value: found, unit: 'rows' },
    most(`${set}: memory for many findings beside none`, grown, 'MB', { id: 'E6', atMost: 60 }),
  ];
};
