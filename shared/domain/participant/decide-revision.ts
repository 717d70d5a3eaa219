import { ok, refuse } from '../../kernel/result.ts';
import { whenAllHold } from '../guard.ts';
import { refusal } from '../refusal.ts';
import type { SystemCommand } from './commands.ts';
import { isFinished, type ParticipantContext, type ParticipantDecision, submittersOf, waitingSend } from './context.ts';
import { reconciled } from './decide-members.ts';
import { evolveParticipant } from './evolve.ts';
import { notFrozen } from './guards.ts';

import { newRound } from './new-round.ts';
import type { RevisionApplied } from './standing-happenings.ts';
import type { Participant } from './state.ts';

type Apply = Extract<SystemCommand, { readonly type: 'applyRevision' }>;
type Withdraw = Extract<SystemCommand, { readonly type: 'withdrawParticipant' }>;
type Restore = Extract<SystemCommand, { readonly type: 'restoreParticipant' }>;

/**
 * A newer revision is published. Work under way goes on under it, its runs stale where the groups changed. What is certified
 * stays certified by the rules of its own revision, unless the publisher asked for it again. The same revision twice changes
 * nothing.
 */
export const decideApplyRevision = (
  participant: Participant,
  command: Apply,
  context: ParticipantContext,
): ParticipantDecision =>
  whenAllHold([notFrozen(participant, context)], () => {
    const { revision, groupsChanged, requireRecertification, members, snapshotId } = command;
    if (participant.revision >= revision) return ok([]);
    const isCertified = isFinished(participant) || submittersOf(participant).length > 0;
    if (requireRecertification !== null && isCertified)
      return ok(newRound(participant, { ...requireRecertification, newDueDate: null, members, snapshotId }, context));
    // It was certified by the same rules: were it called by its old number, it would have to be run again when it comes back.
    const isSame = !groupsChanged && participant.revision === revision - 1;
    if (isFinished(participant)) return ok(isSame ? [{ type: 'RevisionApplied', revision, groupsChanged }] : []);
    const applied: RevisionApplied = { type: 'RevisionApplied', revision, groupsChanged };
    return ok([applied, ...reconciled(evolveParticipant(participant, applied), members)]);
  });

/** A revision left it out: hidden from its people, frozen, and still counted. */
export const decideWithdraw = (
  participant: Participant,
  { reason }: Withdraw,
  context: ParticipantContext,
): ParticipantDecision => {
  if (participant.status === 'WITHDRAWN') return ok([]);
  return whenAllHold([notFrozen(participant, context)], () =>
    ok([{ type: 'ParticipantWithdrawn', reason, endsWait: waitingSend(participant) }]),
  );
};

/** A later revision selected it again: once it had been sent, it begins a new round. */
export const decideRestore = (
  participant: Participant,
  { revision, members }: Restore,
  context: ParticipantContext,
): ParticipantDecision => {
  if (participant.status !== 'WITHDRAWN') return ok([]);
  if (context.certificationEvent.status === 'CLOSED') return refuse(refusal('EVENT_CLOSED'));
  const round = participant.sentSequence === 0 ? participant.round : participant.round + 1;
  return ok([{ type: 'ParticipantRestored', round, revision, members }]);
};
