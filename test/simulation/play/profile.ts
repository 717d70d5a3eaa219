import type { Chance } from '../../model/play/chance.ts';
import { ordinaryDay, type Stage, stages } from './beginning.ts';
import { type FaultRates, noFaults, usualFaults } from '../world/faults.ts';

export const profileNames = [
  'quiet',
  'safety',
  'storm',
  'close-race',
  'recertification',
  'lossy',
  'upgrade',
  'deliveries',
] as const;
export type ProfileName = (typeof profileNames)[number];

/** How one run goes: what goes wrong how often, and what the people are like. */
export interface Profile {
  readonly name: ProfileName;
  readonly rates: FaultRates;
  readonly minutes: number;
  readonly paceMillis: number;
  readonly impatience: number;
  readonly strictness: number;
  /** How many press publish at once. */
  readonly publishers: number;
  /** When it is closed, as a part of the whole time; null: never. */
  readonly closesAt: number | null;
  readonly republishes: boolean;
  /** How far it had come before; of an upgrade, its recording says that. */
  readonly stage: Stage;
  /** How many of the members are at work. */
  readonly members: number;
  /** Where the clock stands in the beginning. */
  readonly start: string;
}

/** Just before something happens by itself, in the agency's zone: opening, a morning, the deadline, the missing snapshots. */
const edges = [
  '2026-05-04T05:30:00Z',
  '2026-05-05T12:40:00Z',
  '2026-05-11T11:30:00Z',
  '2026-05-19T05:30:00Z',
  ordinaryDay,
  ordinaryDay,
];

const usual = (chance: Chance) => ({
  stage: chance.pick(stages),
  members: 1 + Math.floor(chance.next() * 3),
  minutes: 7,
  paceMillis: 180_000,
  impatience: 0.15,
  strictness: 0.3,
  publishers: chance.next() < 0.3 ? 2 : 1,
  closesAt: chance.next() < 0.3 ? chance.next() : null,
  republishes: chance.next() < 0.2,
  start: chance.pick(edges),
});

/** Sometimes nothing goes wrong at all: then nothing may be refused for want of a worker. */
const ratesOfDeliveries = (chance: Chance): FaultRates => {
  const faults = { ...usualFaults, killBefore: 0.01, killAfter: 0.01 };
  return { NONE: noFaults, USUAL: faults, PURGED: { ...faults, purge: 0.002 } }[
    chance.weighted({ NONE: 15, USUAL: 60, PURGED: 25 })
  ];
};

/** The profile of a run, and everything about it that chance decides beforehand. */
export const profileOf = (name: ProfileName, chance: Chance): Profile => {
  const common = { name, ...usual(chance) };
  switch (name) {
    case 'quiet':
      return { ...common, rates: noFaults, start: ordinaryDay };
    case 'safety':
      return { ...common, rates: usualFaults };
    case 'storm':
      return { ...common, rates: { ...usualFaults, throttle: 0.3 }, paceMillis: 60_000, minutes: 5 };
    case 'close-race':
      return { ...common, rates: usualFaults, closesAt: 0.2 + chance.next() * 0.6, paceMillis: 90_000 };
    case 'recertification':
      return { ...common, rates: usualFaults, strictness: 0.7, impatience: 0.25, closesAt: null };
    case 'lossy':
      return { ...common, rates: { ...usualFaults, killBefore: 0.03, killAfter: 0.03, purge: 0.003 } };
    case 'upgrade':
      return { ...common, rates: { ...usualFaults, flowsInterrupted: 0.02 }, start: ordinaryDay };
    case 'deliveries':
      return { ...common, rates: ratesOfDeliveries(chance), members: 1, minutes: 4, paceMillis: 60_000 };
  }
};
