import { participantStatusLabels } from '../../domain/participant/labels.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Printable, PrintedCell, PrintedTable } from '../ports/printer.ts';
import type { EventReport } from './event-report.ts';

type Line = EventReport['participants'][number];

const roleLabels = { CERTIFIER: 'Certifier', REVIEWER: 'Reviewer' } as const;

const momentIn = (timeZone: string) => {
  const format = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return (at: Instant | null): string | null => (at === null ? null : format.format(new Date(at)));
};

const facts = ({ certificationEvent, chosen, snapshotAvailable, generatedAt, timeZone }: EventReport) => {
  const statuses = chosen.status.map((status) => participantStatusLabels[status]);
  return [
    ['Category', certificationEvent.categoryName],
    ['Reporting year', certificationEvent.reportingYearLabel],
    ['Level', certificationEvent.level === 'DISTRICT' ? 'District' : 'School'],
    ['Status', certificationEvent.statusLabel],
    ['Event start', certificationEvent.startDate],
    ['Certification opens', certificationEvent.certificationOpensDate],
    ['Event end', certificationEvent.endDate],
    ['Snapshot available', snapshotAvailable ? 'Yes' : 'No'],
    ['Statuses', statuses.length === 0 ? 'All' : statuses.join(', ')],
    ['Districts', chosen.districts.length === 0 ? 'All' : chosen.districts.join(', ')],
    ['Generated', `${momentIn(timeZone)(generatedAt) ?? ''} (${timeZone})`],
  ] as const;
};

const countTable = ({ counts }: EventReport): PrintedTable => ({
  heading: 'Summary',
  whenEmpty: 'No participant fits the choice.',
  columns: [
    { title: 'Status', width: 3 },
    { title: 'Participants', width: 1 },
  ],
  rows: counts.map(({ statusLabel, count }) => [statusLabel, count]),
});

const stateTable = ({ state }: EventReport): PrintedTable => ({
  heading: 'State detail',
  whenEmpty: 'The category has no members.',
  columns: [
    { title: 'Member', width: 3 },
    { title: 'Role', width: 1 },
    { title: 'Status', width: 1 },
  ],
  rows: state.map(({ name, roleLabel, active }) => [name, roleLabel, active ? 'Active' : 'Inactive']),
});

const rowsOf = (line: Line, moment: (at: Instant | null) => string | null): readonly (readonly PrintedCell[])[] => {
  const status = line.notCertified ? `${line.statusLabel} (not certified)` : line.statusLabel;
  const own = [
    line.name,
    line.number,
    status,
    line.progress.text,
    line.round,
    moment(line.snapshotDate),
    moment(line.sentAt),
    moment(line.approvedAt),
  ];
  if (line.people.length === 0) return [[...own, 'Nobody', null, null, null, null]];
  return line.people.map(({ name, role, userStatusLabel, dueDate, submittedAt }) => [
    ...own,
    name,
    roleLabels[role],
    userStatusLabel,
    dueDate,
    moment(submittedAt),
  ]);
};

const districtTable = (report: EventReport): PrintedTable => ({
  heading: report.certificationEvent.level === 'DISTRICT' ? 'District detail' : 'School detail',
  whenEmpty: 'No participant fits the choice.',
  columns: [
    { title: report.certificationEvent.level === 'DISTRICT' ? 'District' : 'School', width: 2.2 },
    { title: 'Number', width: 1 },
    { title: 'Status', width: 1.6 },
    { title: 'Progress', width: 1.5 },
    { title: 'Round', width: 0.7 },
    { title: 'Snapshot', width: 1.2 },
    { title: 'Sent', width: 1.2 },
    { title: 'Approved', width: 1.2 },
    { title: 'User', width: 1.8 },
    { title: 'Role', width: 1 },
    { title: 'User status', width: 1.6 },
    { title: 'Due date', width: 1.1 },
    { title: 'Submitted', width: 1.2 },
  ],
  rows: report.participants.flatMap((line) => rowsOf(line, momentIn(report.timeZone))),
});

/** The report as a document for people: who stands where, in the words of the screens. Times are in the agency's zone. */
export const printableReport = (report: EventReport): Printable => ({
  title: `Event Report: ${report.certificationEvent.name}`,
  facts: facts(report),
  tables: [countTable(report), stateTable(report), districtTable(report)],
});
