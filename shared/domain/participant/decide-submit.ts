import { ok, refuse } from '../../kernel/result.ts';
import { type Guard, guard, trimmed, valueGuard, whenAllHold } from '../guard.ts';
import { refusal } from '../refusal.ts';
import type { LocalCommand } from './commands.ts';
import {
  actorId,
  certifiersOf,
  outlineOf,
  type ParticipantContext,
  type ParticipantDecision,
  submittersOf,
  taskOf,
} from './context.ts';
import { evolveParticipant } from './evolve.ts';
import { beforeDeadline, notFrozen, notPaused, stillOpen, windowOpened } from './guards.ts';
import type { CertificationSubmitted } from './happenings.ts';
import { everyCertifierSubmitted, sent } from './send.ts';
import type { Participant, Submission, Task } from './state.ts';
import { openSteps } from './steps.ts';

type Submit = Extract<LocalCommand, { readonly type: 'submitCertification' }>;
type Work = Pick<Submit, 'hasGroups'>;

/** What keeps a certifier from submitting, apart from the attestation he gives with it. */
export const submissionGuards = (
  participant: Participant,
  task: Task,
  work: Work,
  context: ParticipantContext,
): readonly Guard[] => {
  const rules = { method: outlineOf(context).snapshotMethod, hasGroups: work.hasGroups };
  const steps = openSteps(participant, task, rules);
  return [
    notFrozen(participant, context),
    notPaused(context),
    windowOpened(context),
    beforeDeadline(participant, task, context),
    stillOpen(participant, task),
    guard(steps.length === 0, 'STEPS_INCOMPLETE', { steps }),
  ];
};

/**
 * A certifier signs what he has validated: the current snapshot, or under method NONE the data of the last state run. When
 * he is the last one of the round, the participant is sent to the state in the same decision.
 */
export const decideSubmit = (
  participant: Participant,
  command: Submit,
  context: ParticipantContext,
): ParticipantDecision => {
  const userId = actorId(context);
  const task = taskOf(participant, userId);
  if (task?.role !== 'CERTIFIER') return refuse(refusal('FORBIDDEN'));
  const { attestation } = command;
  const guards = [
    ...submissionGuards(participant, task, command, context),
    valueGuard(attestation.accepted, 'ATTESTATION_REQUIRED', '/attestation/accepted'),
    valueGuard(trimmed(attestation.name) !== '', 'ATTESTATION_REQUIRED', '/attestation/name'),
  ];
  return whenAllHold(guards, () => {
    const submitted: CertificationSubmitted = {
      type: 'CertificationSubmitted',
      userId,
      submission: submissionOf(participant, command, context),
      done: submittersOf(participant).length + 1,
      certifiers: certifiersOf(participant).length,
    };
    const after = evolveParticipant(participant, submitted);
    return ok(everyCertifierSubmitted(after) ? [submitted, sent(after, context.now, null)] : [submitted]);
  });
};

const submissionOf = (participant: Participant, command: Submit, context: ParticipantContext): Submission => {
  const { snapshot } = participant;
  const signsSnapshot = outlineOf(context).snapshotMethod !== 'NONE';
  return {
    at: context.now,
    snapshotId: signsSnapshot ? (snapshot?.snapshotId ?? null) : null,
    dataHash: signsSnapshot
      ? (snapshot?.contentHash ?? null)
      : (participant.steps['state-validation']?.dataHash ?? null),
    signedName: trimmed(command.attestation.name),
    attestationVersion: command.attestationVersion,
  };
};
