import { faultNames, type FaultRates } from '../world/faults.ts';
import type { PlanName } from './plan.ts';
import type { Profile } from './profile.ts';
import { type RunResult, runSeed } from './run.ts';

/** What may be left out of a run that fails, to see what it fails by. */
const simplifications: readonly Partial<Profile>[] = [
  { members: 1 },
  { minutes: 5 },
  { closesAt: null },
  { republishes: false },
  { publishers: 1 },
];

const ratesOf =
  (off: readonly string[]) =>
  (rates: FaultRates): FaultRates => ({
    ...rates,
    ...Object.fromEntries(off.map((name) => [name, 0])),
  });

/** Leaves out whatever the failure does not need: kinds of faults first, then people and time. */
const shrunk = async (
  failed: RunResult,
  plan: PlanName,
): Promise<{ readonly result: RunResult; readonly without: readonly string[] }> => {
  const without: string[] = [];
  let changes: Partial<Profile> = {};
  let result = failed;
  const fails = async (changed: Partial<Profile>, off: readonly string[]): Promise<boolean> => {
    const again = await runSeed(failed.seed, { plan, changes: changed, rates: ratesOf(off) });
    if (again.wrong.length > 0) result = again;
    return again.wrong.length > 0;
  };
  for (const name of faultNames) if (await fails(changes, [...without, name])) without.push(name);
  for (const change of simplifications) {
    const changed = { ...changes, ...change };
    if (await fails(changed, without)) changes = changed;
  }
  return { result, without: [...without, JSON.stringify(changes)] };
};

const told = ({ seed, profile, stage, wrong, trace, calls }: RunResult): string =>
  [`seed ${seed} (${profile}, from ${stage}; ${calls} calls, trace ${trace.slice(0, 12)})`, ...wrong].join('\n  ');

/** Throws what is wrong with the run of a seed: as it was, and with everything left out that it does not need. */
export const proveSeed = async (seed: number, plan: PlanName = 'TODAY'): Promise<RunResult> => {
  const result = await runSeed(seed, { plan });
  if (result.wrong.length === 0) return result;
  const shorter = await shrunk(result, plan);
  throw new Error(`${told(result)}\nfails without ${shorter.without.join(', ')} as well:\n${told(shorter.result)}`);
};
