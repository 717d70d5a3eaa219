import type { LinkedGroup } from '../certification-event/commands.ts';
import { isForbidden } from '../certification-event/save-guards.ts';
import { type Guard, guard, valueGuard } from '../guard.ts';
import type { ParticipantContext } from '../participant/context.ts';
import { notFrozen } from '../participant/guards.ts';
import type { Participant } from '../participant/state.ts';
import { completedSnapshotId } from '../participant/steps.ts';
import type { Lane } from './state.ts';

/** The lanes that the state holds itself. Nobody but the district validates the district's own copy. */
export type StateLane = Exclude<Lane, 'DISTRICT'>;

/** Whether a group may be run at all, whoever's data it reads. Null: one that does not exist. */
export const stateGroupGuards = (linked: LinkedGroup | null): readonly Guard[] => [
  valueGuard(linked !== null, 'REFERENCE_UNKNOWN', '/groupId'),
  guard(linked?.group.active !== false, 'GROUP_INACTIVE'),
  guard(linked === null || !isForbidden(linked), 'RULE_FORBIDDEN'),
];

/**
 * Whether the state may run a group of its choice over what it holds of a participant: any active group of the level, any
 * time before the close. Nothing of the participant changes by it.
 */
export const stateRunGuards = (
  participant: Participant,
  { lane, linked }: { readonly lane: StateLane; readonly linked: LinkedGroup | null },
  context: ParticipantContext,
): readonly Guard[] => [
  notFrozen(participant, context),
  ...stateGroupGuards(linked),
  guard(linked === null || linked.group.level === participant.level, 'LEVEL_MISMATCH'),
  guard(lane !== 'SNAPSHOT' || completedSnapshotId(participant) !== null, 'NO_SNAPSHOT'),
];

/** The same without a choice of group and lane, for what screens offer. */
export const stateRunPossible = (participant: Participant, context: ParticipantContext): boolean =>
  notFrozen(participant, context) === null;
