import { permittedOnParticipant } from '../../domain/access/permitted.ts';
import { dueDateOf } from '../../domain/certification-event/window.ts';
import { outlineOf, type ParticipantContext } from '../../domain/participant/context.ts';
import { participantStatusLabels, userStatusLabels } from '../../domain/participant/labels.ts';
import { flagsOf, progressOf } from '../../domain/participant/progress.ts';
import type { CurrentSnapshot, Participant, RecertificationRequest, Task } from '../../domain/participant/state.ts';
import { rightsTooLow } from '../../domain/category/rights-of-roles.ts';
import type { User } from '../../domain/user/state.ts';
import type { UserId } from '../../kernel/ids.ts';
import { userStatusOf } from '../../domain/participant/viewpoint.ts';

const snapshotOutline = ({ snapshotId, status, state, takenAt, contentHash }: CurrentSnapshot) => ({
  id: snapshotId,
  status,
  state,
  takenAt,
  contentHash,
});

/** A request that nobody answered before the close has expired; nothing is written for it. */
export const requestOutline = (
  { id, requestedBy, reason, requestedAt }: RecertificationRequest,
  { certificationEvent }: Pick<ParticipantContext, 'certificationEvent'>,
) => ({
  id,
  status: certificationEvent.status === 'CLOSED' ? ('EXPIRED' as const) : ('PENDING' as const),
  requestedBy,
  reason,
  requestedAt,
});

/** One of its people with his status as shown now. */
export const personInParticipant = (task: Task, participant: Participant, context: ParticipantContext) => {
  const userStatus = userStatusOf(task, participant, context);
  return {
    userId: task.userId,
    name: task.name,
    role: task.role,
    userStatus,
    userStatusLabel: userStatusLabels[userStatus],
    dueDate: dueDateOf(task, participant, outlineOf(context)),
    submittedAt: task.submission?.at ?? null,
  };
};

/** A participant as the state sees it in the event viewer. */
export const participantView = (participant: Participant, context: ParticipantContext) => ({
  id: participant.organizationId,
  organizationId: participant.organizationId,
  name: participant.name,
  number: participant.number,
  districtId: participant.districtId,
  status: participant.status,
  statusLabel: participantStatusLabels[participant.status],
  progress: progressOf(participant),
  round: participant.round,
  revision: participant.revision,
  snapshot: participant.snapshot && snapshotOutline(participant.snapshot),
  snapshotDate: participant.snapshot?.takenAt ?? null,
  sentAt: participant.sentAt,
  approval: participant.approval && {
    by: participant.approval.by,
    at: participant.approval.at,
    notCertified: participant.approval.notCertified,
    reason: participant.approval.reason,
  },
  flags: flagsOf(participant, context.certificationEvent.published.revision),
  deadlineOverride: participant.deadlineOverride,
  openRequest: participant.openRequest && requestOutline(participant.openRequest, context),
  certifiers: participant.tasks.map((task) => ({
    ...personInParticipant(task, participant, context),
    dueDateOverride: task.dueDateOverride,
  })),
  permittedCommands: permittedOnParticipant(participant, context),
});

/** The same, with which of its people lack the rights of their role: they count, and cannot submit (ruling 13). */
export const participantWithPeople = (
  participant: Participant,
  context: ParticipantContext,
  users: ReadonlyMap<UserId, User>,
) => {
  const view = participantView(participant, context);
  return {
    ...view,
    certifiers: view.certifiers.map((person) => {
      const user = users.get(person.userId);
      const lacksRights = person.role === 'CERTIFIER' && user !== undefined && rightsTooLow(user, person.role);
      return { ...person, flags: lacksRights ? ['CANNOT_SUBMIT' as const] : [] };
    }),
  };
};
