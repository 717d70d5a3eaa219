import type { ParticipantHappening } from '../../domain/participant/happenings.ts';
import { type Effects, effects, joined, noEffects } from '../effects.ts';
import type { OutboxMessage } from '../outbox.ts';
import type { Ports } from '../ports/ports.ts';
import { queueStepRun, supersedeRun } from '../runs/queue-run.ts';
import { queueSnapshot } from '../snapshots/queue-snapshot.ts';
import { snapshotStep } from '../snapshots/transition.ts';
import { answerWait, startApproval } from './approval-flow.ts';
import { notification } from './notify.ts';
import type { Aftermath } from './aftermath.ts';

const told = (...messages: readonly OutboxMessage[]): Effects => effects({ outbox: messages });

/**
 * What follows from each happening in the same transaction. Nothing is sent here: messages are outbox rows. People are
 * told by the approval flow where one follows the participant, else from here. A snapshot's record changes with what its
 * participant says of it; only the lock of a sending is left to the flow, since every submission pays for its own commit.
 */
export const reactTo = async (
  ports: Pick<Ports, 'store'>,
  scene: Aftermath,
  happening: ParticipantHappening,
): Promise<Effects> => {
  switch (happening.type) {
    case 'SnapshotQueued':
      return joined([
        queueSnapshot(scene, happening),
        await snapshotStep(ports.store, scene.caller, happening.supersedes, 'supersedeSnapshot'),
      ]);
    case 'StepRunQueued':
      return joined([
        await queueStepRun(ports.store, scene, happening),
        happening.replaces === null ? noEffects : await supersedeRun(ports.store, scene, happening.replaces),
      ]);
    case 'ParticipantSent':
      return told(startApproval(scene.after));
    case 'FinishedWorkUndone':
      return told(
        ...happening.userIds.map((userId) =>
          notification(
            scene,
            'WORK_UNDONE',
            { kind: 'USER', userId },
            { about: `undone-${scene.after.snapshotSequence}` },
          ),
        ),
      );
    case 'CertificationSubmitted':
      return happening.done < happening.certifiers ? told(othersAreTold(scene, happening)) : noEffects;
    case 'SubmissionWithdrawn':
      return joined([
        await snapshotStep(ports.store, scene.caller, happening.snapshotId, 'unlockSnapshot'),
        told(answerWait(scene.after, happening.sentSequence, 'WITHDRAWN')),
      ]);
    case 'RecertificationRequested':
      return told(
        notification(
          scene,
          'RECERTIFICATION_REQUESTED',
          { kind: 'CATEGORY_STATE', approversOnly: true },
          { about: happening.request.id, facts: { reason: happening.request.reason } },
        ),
      );
    case 'RecertificationRequestDeclined':
      return told(
        notification(
          scene,
          'REQUEST_DECLINED',
          { kind: 'USER', userId: happening.requestedBy },
          { about: happening.requestId, facts: { reason: happening.reason } },
        ),
      );
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
        told(sentBack(scene, happening)),
      ]);
    case 'ParticipantWithdrawn':
      return happening.endsWait === null ? noEffects : told(answerWait(scene.after, happening.endsWait, 'WITHDRAWN'));
    case 'ParticipantCreated':
    case 'CertificationStarted':
    case 'SnapshotTaken':
    case 'SnapshotFailed':
    case 'StepRunStarted':
    case 'StepRunEnded':
    case 'StepCompleted':
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

const sentBack = (
  scene: Aftermath,
  { endsWait, round, reason }: Extract<ParticipantHappening, { type: 'RecertificationRequired' }>,
): OutboxMessage => {
  if (endsWait !== null) return answerWait(scene.after, endsWait, 'RETURNED');
  const { organizationId } = scene.after;
  const audience = { kind: 'PARTICIPANT', organizationId, except: null } as const;
  return notification(scene, 'RECERTIFICATION_REQUIRED', audience, { about: `round-${round}`, facts: { reason } });
};

const othersAreTold = (
  scene: Aftermath,
  happening: Extract<ParticipantHappening, { type: 'CertificationSubmitted' }>,
): OutboxMessage =>
  notification(
    scene,
    'CERTIFIER_DONE',
    { kind: 'PARTICIPANT', organizationId: scene.after.organizationId, except: happening.userId },
    {
      about: `round-${scene.after.round}-${happening.userId}-${happening.submission.at}`,
      facts: { done: String(happening.done), certifiers: String(happening.certifiers) },
    },
  );
