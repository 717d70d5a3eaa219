import type { Chance } from '../../model/play/chance.ts';
import { type LeftBehind, leftBehind, momentsIn, recordings } from './recording.ts';

/** Today's code is deployed at some moment of some recording. */
export const someLeftBehind = (chance: Chance): LeftBehind => {
  const recording = chance.pick(recordings);
  return leftBehind(recording, chance.pick(momentsIn(recording)));
};
