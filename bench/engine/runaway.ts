import type { District } from '../district/files.ts';
import type { RunJob } from '../../shared/engine/run/job.ts';
import { type Figure, ratio } from '../figure.ts';
import type { Answers } from '../oracle/fingerprint.ts';
import { toldInTurn } from '../rounds.ts';
import { asTheOracle, job } from './contenders.ts';

const secondsPerRule = 2;

const code = 'RUNAWAY';

/** A rule whose joins are by equality, and that never ends all the same. In the middle of the others. */
const withRunaway = (asked: RunJob): RunJob => {
  const [first] = asked.rules;
  if (first === undefined) throw new Error('the set has no rule');
  const sql = `SELECT count(*) AS n FROM attendance a JOIN attendance b ON b.schoolId = a.schoolId
    JOIN attendance c ON c.schoolId = b.schoolId
    WHERE a.studentUniqueId || b.studentUniqueId || c.studentUniqueId LIKE '%z%z%'`;
  const limits = { ...asked.limits, secondsPerRule };
  return { ...asked, limits, rules: [...asked.rules, { ...first, code, sql, order: 13.5 }] };
};

/** The time of a job with one runaway rule, beside its time-out and the time of the others. */
export const runawayFigures = async (
  { district, expected }: { readonly district: District; readonly expected: Answers },
  rounds: number,
): Promise<readonly Figure[]> => {
  const check = asTheOracle('the job with a runaway', expected);
  const told = await toldInTurn(rounds, {
    others: () => job(district, 'tuned', { formats: ['html'], check }),
    runaway: () =>
      job(district, 'tuned', {
        formats: ['html'],
        change: withRunaway,
        check: async ({ results, ...answer }) => {
          const stopped = results.find(({ ruleCode }) => ruleCode === code);
          if (stopped?.problemCode !== 'RULE_TIMED_OUT')
            throw new Error(`the runaway ended ${stopped?.problemCode ?? 'without a problem'}`);
          await check({ ...answer, results: results.filter(({ ruleCode }) => ruleCode !== code) });
        },
      }),
  });
  const runaway = told('runaway').map(({ own }) => own.milliseconds);
  const allowed = told('others').map(({ own }) => secondsPerRule * 1_000 + own.milliseconds);
  return [
    ratio(`${district.set}: job with a runaway / its time-out and the others`, runaway, allowed, {
      id: 'E7',
      atMost: 1.2,
    }),
  ];
};
