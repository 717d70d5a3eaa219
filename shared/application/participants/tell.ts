import { dueDateOf } from '../../domain/certification-event/window.ts';
import { certifiersOf } from '../../domain/participant/context.ts';
import type { ParticipantHappening } from '../../domain/participant/happenings.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { UserId } from '../../kernel/ids.ts';
import type { Audience, OutboxMessage } from '../outbox.ts';
import type { Aftermath } from './aftermath.ts';
import { notification } from './notify.ts';

type Happening<Type> = Extract<ParticipantHappening, { readonly type: Type }>;

const user = (userId: UserId): Audience => ({ kind: 'USER', userId });
const members = ({ after }: Aftermath, except: UserId | null = null): Audience => ({
  kind: 'PARTICIPANT',
  organizationId: after.organizationId,
  except,
});
const approvers: Audience = { kind: 'CATEGORY_STATE', approversOnly: true };
const stateMembers: Audience = { kind: 'CATEGORY_STATE', approversOnly: false };

/** The participant's version makes an occasion that may come again one of its own. */
const thisTime = ({ participant }: Aftermath): string => `version-${participant.version + 1}`;

const reminders = ({ after }: Aftermath, dueDate: CalendarDate | null): readonly OutboxMessage[] =>
  dueDate === null ? [] : [{ type: 'PLAN_REMINDERS', certificationEventId: after.certificationEventId, dueDate }];

const dueDateMoved = (scene: Aftermath, userId: UserId | null): OutboxMessage => {
  const task = scene.after.tasks.find((one) => one.userId === userId) ?? null;
  const due = dueDateOf(task, scene.after, scene.certificationEvent.state.published.outline);
  const audience = userId === null ? members(scene) : user(userId);
  return notification(scene, 'DUE_DATE_CHANGED', audience, { about: thisTime(scene), facts: { due } });
};

// Told as everybody was told when it was published: who was, is not told again.
const invited = (scene: Aftermath, { member }: Happening<'MemberJoined'>): OutboxMessage => {
  const { certificationEventId, organizationId } = scene.after;
  return {
    type: 'NOTIFY',
    notification: {
      kind: 'CERTIFICATION_EVENT_PUBLISHED',
      certificationEventId,
      organizationId,
      audience: user(member.userId),
      dedupe: `CERTIFICATION_EVENT_PUBLISHED.${certificationEventId}`,
      postedAt: scene.caller.now,
      facts: {},
    },
  };
};

const nobodyLeft = (scene: Aftermath): readonly OutboxMessage[] => {
  if (certifiersOf(scene.after).length > 0) return [];
  const { districtId, name } = scene.after;
  const about = thisTime(scene);
  return [
    notification(scene, 'NO_CERTIFIER', { kind: 'DISTRICT_ADMINISTRATORS', districtId }, { about }),
    notification(
      scene,
      'PARTICIPANTS_WITHOUT_CERTIFIER',
      { kind: 'STATE_WATCHERS' },
      { about, facts: { count: '1', names: name } },
    ),
  ];
};

const sentBack = (
  scene: Aftermath,
  { endsWait, round, reason, newDueDate }: Happening<'RecertificationRequired'>,
): readonly OutboxMessage[] => {
  const told =
    endsWait === null
      ? [
          notification(scene, 'RECERTIFICATION_REQUIRED', members(scene), {
            about: `round-${round}`,
            facts: { reason },
          }),
        ]
      : [];
  return [...told, ...reminders(scene, newDueDate)];
};

/**
 * Who is told of a happening, by the catalogue. Where an approval flow follows the participant, that tells of sendings,
 * approvals and returns.
 */
export const tellOf = (scene: Aftermath, happening: ParticipantHappening): readonly OutboxMessage[] => {
  switch (happening.type) {
    case 'CertificationSubmitted': {
      const { done, certifiers, userId, submission } = happening;
      if (done >= certifiers) return [];
      const facts = { done: String(done), certifiers: String(certifiers) };
      const about = `round-${scene.after.round}-${userId}-${submission.at}`;
      return [notification(scene, 'CERTIFIER_DONE', members(scene, userId), { about, facts })];
    }
    case 'FinishedWorkUndone': {
      const about = `undone-${scene.after.snapshotSequence}`;
      return [
        ...happening.userIds.map((userId) => notification(scene, 'WORK_UNDONE', user(userId), { about })),
        ...reminders(scene, happening.dueDate),
      ];
    }
    case 'SubmissionWithdrawn':
      return [
        notification(scene, 'SUBMISSION_WITHDRAWN', stateMembers, { about: `sending-${happening.sentSequence}` }),
      ];
    case 'RecertificationRequested': {
      const { id, reason } = happening.request;
      return [notification(scene, 'RECERTIFICATION_REQUESTED', approvers, { about: id, facts: { reason } })];
    }
    case 'RecertificationRequestWithdrawn':
      return [notification(scene, 'REQUEST_WITHDRAWN', approvers, { about: happening.requestId })];
    case 'RecertificationRequestDeclined': {
      const { requestedBy, requestId, reason } = happening;
      return [notification(scene, 'REQUEST_DECLINED', user(requestedBy), { about: requestId, facts: { reason } })];
    }
    case 'ApprovalReversed': {
      const { reason } = happening;
      return [notification(scene, 'APPROVAL_REVERSED', members(scene), { about: thisTime(scene), facts: { reason } })];
    }
    case 'RecertificationRequired':
      return sentBack(scene, happening);
    case 'DueDateOverridden':
      return [dueDateMoved(scene, happening.userId), ...reminders(scene, happening.dueDate)];
    case 'DueDateOverrideRemoved':
      return [dueDateMoved(scene, happening.userId)];
    case 'MemberJoined':
      return [invited(scene, happening)];
    case 'MemberLeft':
      return nobodyLeft(scene);
    case 'ParticipantWithdrawn':
      return [notification(scene, 'PARTICIPANT_REMOVED', members(scene), { about: thisTime(scene) })];
    case 'ParticipantCreated':
    case 'ParticipantRestored':
    case 'RevisionApplied':
    case 'ConfirmationAwaited':
    case 'CertificationStarted':
    case 'SnapshotQueued':
    case 'SnapshotTaken':
    case 'SnapshotFailed':
    case 'StepRunQueued':
    case 'StepRunStarted':
    case 'StepRunEnded':
    case 'StepCompleted':
    case 'ParticipantSent':
    case 'ParticipantApproved':
    case 'RecertificationRequestGranted':
      return [];
  }
};
