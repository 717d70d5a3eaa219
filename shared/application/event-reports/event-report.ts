import { certificationEventLabels } from '../../domain/certification-event/labels.ts';
import type { LiveCertificationEvent } from '../../domain/certification-event/state.ts';
import type { Category, StateMember } from '../../domain/category/state.ts';
import { participantStatusLabels, stateRoleLabels } from '../../domain/participant/labels.ts';
import { progressOf } from '../../domain/participant/progress.ts';
import { type Participant, type ParticipantStatus, participantStatuses } from '../../domain/participant/state.ts';
import { personInParticipant } from '../views/participant-view.ts';
import type { OrganizationId } from '../../kernel/ids.ts';
import { reportingYearLabel } from '../../kernel/reporting-year.ts';
import type { Caller } from '../caller.ts';
import { isChosen } from '../queries/matches.ts';

/** What the report is to hold. No status and no district named: all of them. */
export interface ReportWish {
  readonly status: readonly ParticipantStatus[];
  readonly districts: readonly OrganizationId[];
  readonly includeReviewers: boolean;
}

export interface ReportSubject {
  readonly caller: Caller;
  readonly certificationEvent: LiveCertificationEvent;
  readonly category: Category;
  readonly participants: readonly Participant[];
}

const isMeant = ({ status, districts }: ReportWish, participant: Participant): boolean =>
  isChosen(participant.status, status) &&
  (isChosen(participant.districtId, districts) || isChosen(participant.organizationId, districts));

const stateMember = ({ userId, name, role, active }: StateMember) => ({
  userId,
  name,
  role,
  roleLabel: stateRoleLabels[role],
  active,
});

const participantLine = (
  participant: Participant,
  { includeReviewers }: ReportWish,
  { caller, certificationEvent }: ReportSubject,
) => {
  const { organizationId, name, number, districtId, status, round, snapshot, sentAt, approval, tasks } = participant;
  const context = { ...caller, certificationEvent };
  return {
    organizationId,
    name,
    number,
    districtId,
    status,
    statusLabel: participantStatusLabels[status],
    round,
    progress: progressOf(participant),
    snapshotDate: snapshot?.takenAt ?? null,
    sentAt,
    approvedAt: approval?.at ?? null,
    notCertified: approval?.notCertified ?? false,
    people: tasks
      .filter(({ role }) => includeReviewers || role === 'CERTIFIER')
      .map((task) => personInParticipant(task, participant, context)),
  };
};

const outlineLine = ({ certificationEvent, category }: ReportSubject) => {
  const { id, number, status, published } = certificationEvent;
  const { name, reportingYear, level, categoryId, startDate, certificationOpensDate, endDate } = published.outline;
  return {
    id,
    number,
    name,
    reportingYear,
    reportingYearLabel: reportingYearLabel(reportingYear),
    level,
    categoryId,
    categoryName: category.name,
    status,
    statusLabel: certificationEventLabels[status],
    startDate,
    certificationOpensDate,
    endDate,
    revision: published.revision,
  };
};

/** The Event Report: everything it says, in no format yet. Participants are in the order of their names. */
export const eventReportOf = (subject: ReportSubject, wish: ReportWish) => {
  const meant = subject.participants
    .filter((participant) => isMeant(wish, participant))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }));
  const counted = participantStatuses.map((status) => ({
    status,
    statusLabel: participantStatusLabels[status],
    count: meant.filter((participant) => participant.status === status).length,
  }));
  return {
    id: subject.certificationEvent.id,
    generatedAt: subject.caller.now,
    timeZone: subject.caller.agency.timeZone,
    certificationEvent: outlineLine(subject),
    snapshotAvailable: subject.participants.some(({ snapshot }) => snapshot?.status === 'COMPLETED'),
    chosen: wish,
    counts: counted.filter(({ count }) => count > 0),
    state: subject.category.stateMembers.map(stateMember),
    participants: meant.map((participant) => participantLine(participant, wish, subject)),
  };
};

export type EventReport = ReturnType<typeof eventReportOf>;
