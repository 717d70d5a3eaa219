import { noFaults, type FaultRates } from '../world/faults.ts';
import { type ProfileName, profileNames } from './profile.ts';

interface Plan {
  readonly profiles: readonly ProfileName[];
  /** Faults that nobody had thought of. */
  readonly without: Partial<FaultRates>;
}

const { timeout, partialPut, scheduleLate, scheduleVeryLate, purge, jump } = noFaults;

/**
 * How seeds are dealt to profiles, and which faults there are. A seed that is kept means what it meant under the plan it was kept
 * by, so a plan that has kept seeds is not changed: what is new stands in a later one.
 */
export const plans = {
  FIRST: {
    profiles: ['quiet', 'safety', 'storm', 'close-race', 'recertification', 'lossy'],
    without: { timeout, partialPut, scheduleLate, scheduleVeryLate, purge, jump },
  },
  DELIVERIES: {
    profiles: ['quiet', 'safety', 'storm', 'close-race', 'recertification', 'lossy', 'upgrade', 'deliveries'],
    without: {},
  },
  TODAY: { profiles: profileNames, without: {} },
} as const satisfies Readonly<Record<string, Plan>>;

export type PlanName = keyof typeof plans;

export const profileNamed = ({ profiles }: Plan, seed: number): ProfileName =>
  profiles[seed % profiles.length] ?? 'safety';
