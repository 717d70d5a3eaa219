import { type ByType, dispatch } from '../by-type.ts';
import { outcomeEvolutions } from './evolve-outcome.ts';
import { standingEvolutions } from './evolve-standing.ts';
import { workEvolutions } from './evolve-work.ts';
import type { ParticipantHappening } from './happenings.ts';
import type { Participant } from './state.ts';

const evolutions: ByType<ParticipantHappening, Participant, undefined, Participant> = {
  ...workEvolutions,
  ...outcomeEvolutions,
  ...standingEvolutions,
};

/** The participant after one thing happened. What happened was decided on this very state. */
export const evolveParticipant = (participant: Participant, happening: ParticipantHappening): Participant =>
  dispatch(evolutions, participant, happening, undefined);
