import type { PlanName } from './plan.ts';

/** Seeds that found something once, by the plan that they found it under: they are run for ever, whatever the others are. */
export const keptSeeds: readonly { readonly plan: PlanName; readonly seeds: readonly number[] }[] = [
  { plan: 'FIRST', seeds: [98, 106, 133, 241, 2_805] },
  { plan: 'DELIVERIES', seeds: [159] },
];
