import type { ParticipantHappening } from '../../domain/participant/happenings.ts';
import { type Effects, effects, joined, noEffects } from '../effects.ts';
import type { OutboxMessage } from '../outbox.ts';
import type { Ports } from '../ports/ports.ts';
import { queueStepRun, supersedeRun } from '../runs/queue-run.ts';
import { queueSnapshot } from '../snapshots/queue-snapshot.ts';
import { snapshotStep } from '../snapshots/transition.ts';
import { answerWait, startApproval } from './approval-flow.ts';
import type { Aftermath } from './aftermath.ts';
import { tellOf } from './tell.ts';

const told = (...messages: readonly OutboxMessage[]): Effects => effects({ outbox: messages });

/**
 * What follows from each happening in the same transaction. Nothing is sent here: messages are outbox rows. A snapshot's
 * record changes with what its participant says of it; only the lock of a sending is left to the flow, since every
 * submission pays for its own commit.
 */
export const reactTo = async (
  ports: Pick<Ports, 'store'>,
  scene: Aftermath,
  happening: ParticipantHappening,
): Promise<Effects> => joined([await worksOn(ports, scene, happening), told(...tellOf(scene, happening))]);

/** Records that change with the participant, and the flows that follow it. */
const worksOn = async (
  ports: Pick<Ports, 'store'>,
  scene: Aftermath,
  happening: ParticipantHappening,
): Promise<Effects> => {
  switch (happening.type) {
    case 'SnapshotQueued':
      return joined([
        await queueSnapshot(scene, happening),
        await snapshotStep(ports.store, scene.caller, happening.supersedes, 'supersedeSnapshot'),
      ]);
    case 'StepRunQueued':
      return joined([
        await queueStepRun(ports.store, scene, happening),
        happening.replaces === null ? noEffects : await supersedeRun(ports.store, scene, happening.replaces),
      ]);
    case 'ParticipantSent':
      return told(startApproval(scene.after));
    case 'SubmissionWithdrawn':
      return joined([
        await snapshotStep(ports.store, scene.caller, happening.snapshotId, 'unlockSnapshot'),
        told(answerWait(scene.after, happening.sentSequence, 'WITHDRAWN')),
      ]);
    case 'ParticipantApproved':
      return joined([
        await snapshotStep(ports.store, scene.caller, happening.approval.snapshotId, 'lockSnapshot'),
        told(
          happening.approval.notCertified
            ? startApproval(scene.after)
            : answerWait(scene.after, happening.sentSequence, 'APPROVED'),
        ),
      ]);
    case 'ApprovalReversed': {
      if (happening.to === 'SENT') return told(startApproval(scene.after));
      const approved = scene.participant.state.approval?.snapshotId ?? null;
      return snapshotStep(ports.store, scene.caller, approved, 'unlockSnapshot');
    }
    case 'RecertificationRequired':
      return joined([
        await snapshotStep(ports.store, scene.caller, happening.formerSnapshotId, 'archiveSnapshot'),
        happening.endsWait === null ? noEffects : told(answerWait(scene.after, happening.endsWait, 'RETURNED')),
      ]);
    case 'ParticipantWithdrawn':
      return happening.endsWait === null ? noEffects : told(answerWait(scene.after, happening.endsWait, 'WITHDRAWN'));
    case 'ParticipantCreated':
    case 'CertificationStarted':
    case 'FinishedWorkUndone':
    case 'SnapshotTaken':
    case 'SnapshotFailed':
    case 'StepRunStarted':
    case 'StepRunEnded':
    case 'StepCompleted':
    case 'CertificationSubmitted':
    case 'RecertificationRequested':
    case 'RecertificationRequestDeclined':
    case 'RecertificationRequestWithdrawn':
    case 'RecertificationRequestGranted':
    case 'DueDateOverridden':
    case 'DueDateOverrideRemoved':
    case 'MemberJoined':
    case 'MemberLeft':
    case 'ConfirmationAwaited':
    case 'RevisionApplied':
    case 'ParticipantRestored':
      return noEffects;
  }
};
