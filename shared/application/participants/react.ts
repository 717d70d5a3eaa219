import type { ParticipantHappening } from '../../domain/participant/happenings.ts';
import { type Effects, effects, joined, noEffects } from '../effects.ts';
import type { OutboxMessage } from '../outbox.ts';
import type { Ports } from '../ports/ports.ts';
import { queueStepRun, supersedeRun } from '../runs/queue-run.ts';
import { queueSnapshot, supersedeSnapshot } from '../snapshots/queue-snapshot.ts';
import { answerWait, startApproval } from './approval-flow.ts';
import { notification } from './notify.ts';
import type { Aftermath } from './aftermath.ts';

const told = (...messages: readonly OutboxMessage[]): Effects => effects({ outbox: messages });

/**
 * What follows from each happening in the same transaction. Nothing is sent here: messages are outbox rows. People are
 * told by the approval flow where one follows the participant, else from here.
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
        happening.supersedes === null
          ? noEffects
          : await supersedeSnapshot(ports.store, scene.caller, happening.supersedes),
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
      return told(answerWait(scene.after, happening.sentSequence, 'WITHDRAWN'));
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
      return told(
        happening.approval.notCertified
          ? startApproval(scene.after)
          : answerWait(scene.after, happening.sentSequence, 'APPROVED'),
      );
    case 'ApprovalReversed':
      return happening.to === 'SENT' ? told(startApproval(scene.after)) : noEffects;
    case 'RecertificationRequired':
      return told(
        happening.endsWait === null
          ? notification(
              scene,
              'RECERTIFICATION_REQUIRED',
              { kind: 'PARTICIPANT', organizationId: scene.after.organizationId, except: null },
              { about: `round-${happening.round}`, facts: { reason: happening.reason } },
            )
          : answerWait(scene.after, happening.endsWait, 'RETURNED'),
      );
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
