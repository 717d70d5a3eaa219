import { millisOf } from '../../../shared/kernel/instant.ts';
import { moment } from '../../builders/time.ts';
import type { World } from '../world/world.ts';
import type { Profile } from './profile.ts';

/** When something changes by itself, in the agency's zone: opening, a morning, the missing snapshots, the deadline. */
const edges = ['2026-05-04T06:00:00Z', '2026-05-05T13:00:00Z', '2026-05-11T12:00:00Z', '2026-05-19T06:00:00Z'].map(
  (text) => millisOf(moment(text)),
);

/** Further away, answers that are kept for a day would be forgotten while people still ask. */
const farthestMillis = 60 * 60_000;

/** With some luck the clock jumps to such an instant while people are at work: just before it, into it, or just past it. */
export const jumpSometime = (world: World, { minutes }: Profile): void => {
  const { clock, chance } = world;
  const edge = edges.find((millis) => millis > clock.millis && millis <= clock.millis + farthestMillis);
  if (edge === undefined || !world.befalls('jump')) return;
  const to = edge + chance.pick([-1, 0, 1]);
  world.at(Math.floor(chance.next() * minutes * 60_000), 'jump', () => {
    if (to > clock.millis) clock.jumpTo(to);
  });
};
