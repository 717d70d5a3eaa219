import { type ProfileName, profileNames } from './profile.ts';

/**
 * How seeds are dealt to profiles. A seed that is kept means what it meant under the plan it was kept by, so a plan that has
 * kept seeds is not changed: what is new stands in a later one.
 */
const plans = {
  FIRST: ['quiet', 'safety', 'storm', 'close-race', 'recertification', 'lossy'],
  TODAY: profileNames,
} as const satisfies Readonly<Record<string, readonly ProfileName[]>>;

export type PlanName = keyof typeof plans;

export const profileNamed = (plan: PlanName, seed: number): ProfileName => {
  const names: readonly ProfileName[] = plans[plan];
  return names[seed % names.length] ?? 'safety';
};
