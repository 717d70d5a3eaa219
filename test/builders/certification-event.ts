import type {
  Body,
  ClosedCertificationEvent,
  CompleteOutline,
  Definition,
  OpenCertificationEvent,
  Outline,
  PublishedCertificationEvent,
} from '../../shared/domain/certification-event/state.ts';
import { certificationEventId, groupId, ruleId, userId } from '../../shared/kernel/ids.ts';
import { attendance, bearCreek } from './people.ts';
import { day, moment } from './time.ts';

/** Start 1 May, opens 4 May, ends 18 May 2026, snapshot at certification start, cleanup on 11 May. */
export const anOutline = (changes: Partial<CompleteOutline> = {}): CompleteOutline => ({
  name: 'Student Tardiness',
  reportingYear: 2026,
  startDate: day('2026-05-01'),
  certificationOpensDate: day('2026-05-04'),
  endDate: day('2026-05-18'),
  active: true,
  level: 'DISTRICT',
  categoryId: attendance,
  snapshotMethod: 'ON_CERT_START',
  missingSnapshotAt: moment('2026-05-11'),
  fullSnapshotAt: null,
  allowDistrictRetake: true,
  ...changes,
});

export const anEmptyOutline = (changes: Partial<Outline> = {}): Outline => ({
  name: 'Student Tardiness',
  reportingYear: 2026,
  startDate: null,
  certificationOpensDate: null,
  endDate: null,
  active: true,
  level: null,
  categoryId: null,
  snapshotMethod: null,
  missingSnapshotAt: null,
  fullSnapshotAt: null,
  allowDistrictRetake: true,
  ...changes,
});

export const tardiness = groupId('grp_tardiness');

export const aBody = (changes: Partial<Body> = {}): Body => ({
  description: null,
  dataLinks: [{ type: 'VALIDATION_GROUP', groupId: tardiness }],
  participants: [bearCreek],
  requiredDatasets: [],
  pinnedGroups: [],
  ...changes,
});

export const aPublishedBody = (changes: Partial<Body> = {}): Body =>
  aBody({
    pinnedGroups: [
      {
        groupId: tardiness,
        groupVersion: 1,
        name: 'Tardiness',
        rules: [{ ruleId: ruleId('rul_tardy'), ruleVersion: 1, severityOverride: null }],
      },
    ],
    ...changes,
  });

export const aDefinition = (outline: Partial<Outline> = {}, body: Partial<Body> = {}): Definition => ({
  outline: { ...anOutline(), ...outline },
  body: aBody(body),
});

const identity = {
  id: certificationEventId('evt_1'),
  number: 96,
  createdBy: userId('sam'),
  createdAt: moment('2026-04-01'),
  copiedFrom: null,
};

export const anOpenEvent = (outline: Partial<Outline> = {}): OpenCertificationEvent => ({
  ...identity,
  status: 'OPEN',
  draft: { outline: { ...anOutline(), ...outline }, bodyId: 'bdy_draft' },
});

export const aPublishedEvent = (
  outline: Partial<CompleteOutline> = {},
  changes: Partial<PublishedCertificationEvent> = {},
): PublishedCertificationEvent => ({
  ...identity,
  status: 'PUBLISHED',
  published: {
    revision: 1,
    outline: anOutline(outline),
    bodyId: 'bdy_1',
    publishedAt: moment('2026-04-15'),
    publishedBy: userId('sam'),
    participantCount: 2,
    formerBodies: [],
  },
  draft: null,
  publishing: null,
  ...changes,
});

export const aClosedEvent = (closedAt: string, outline: Partial<CompleteOutline> = {}): ClosedCertificationEvent => ({
  ...identity,
  status: 'CLOSED',
  published: aPublishedEvent(outline).published,
  closedAt: moment(closedAt),
  closedBy: userId('sam'),
  comment: 'over',
  legalHold: null,
  deletion: null,
  compaction: null,
});

export const aHeldEvent = (closedAt: string): ClosedCertificationEvent => ({
  ...aClosedEvent(closedAt),
  legalHold: { reason: 'Doe v. State', placedBy: userId('sam'), placedAt: moment(closedAt) },
});

/** Its rows and reports are being deleted, or were. */
export const aDeletedByRule = (closedAt: string, finishedAt: string | null = null): ClosedCertificationEvent => ({
  ...aClosedEvent(closedAt),
  deletion: {
    begunAt: moment('2026-05-05'),
    retentionYears: 7,
    finishedAt: finishedAt === null ? null : moment(finishedAt),
  },
});
