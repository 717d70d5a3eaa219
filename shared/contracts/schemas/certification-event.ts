import * as z from 'zod';
import { categoryId, groupId, organizationId, userId } from './ids.ts';
import { participantStatus } from './participant.ts';
import { calendarDate, exactText, idText, instant, reportingYear, text } from './text.ts';

const level = z.enum(['DISTRICT', 'SCHOOL']);
const snapshotMethod = z.enum(['NONE', 'ON_CERT_START', 'FULL']);

const dataLinkBody = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('VALIDATION_GROUP'), groupId }),
  z.strictObject({ type: z.literal('EXTERNAL_URL'), label: text(200), url: exactText(2000) }),
]);

const uniqueIds = z
  .array(organizationId)
  .max(10_000)
  .refine((ids) => new Set(ids).size === ids.length, 'names an organization twice');

/** What an editor sends: only name and reporting year are needed before publishing. */
export const definitionBody = z
  .strictObject({
    name: text(200),
    reportingYear,
    startDate: calendarDate.nullable().default(null),
    certificationOpensDate: calendarDate.nullable().default(null),
    endDate: calendarDate.nullable().default(null),
    active: z.boolean().default(true),
    description: text(20_000).nullable().default(null),
    level: level.nullable().default(null),
    categoryId: categoryId.nullable().default(null),
    dataLinks: z.array(dataLinkBody).max(50).default([]),
    participants: z.union([uniqueIds, z.strictObject({ all: z.literal(true) })]).default([]),
    snapshotMethod: snapshotMethod.nullable().default(null),
    missingSnapshotAt: instant.nullable().default(null),
    fullSnapshotAt: instant.nullable().default(null),
    allowDistrictRetake: z.boolean().default(true),
    requiredDatasets: z.array(idText).max(100).default([]),
  })
  .meta({ id: 'CertificationEventBody' });
export type DefinitionBody = z.output<typeof definitionBody>;

const dataLinkReply = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('VALIDATION_GROUP'),
    groupId: z.string(),
    name: z.string().optional(),
    pinnedVersion: z.int().optional(),
    updateAvailable: z.boolean().optional(),
  }),
  z.object({ type: z.literal('EXTERNAL_URL'), label: z.string(), url: z.string() }),
]);

const outline = {
  name: z.string(),
  reportingYear: z.int(),
  reportingYearLabel: z.string(),
  startDate: z.string().nullable(),
  certificationOpensDate: z.string().nullable(),
  endDate: z.string().nullable(),
  active: z.boolean(),
  level: level.nullable(),
  categoryId: z.string().nullable(),
  snapshotMethod: snapshotMethod.nullable(),
  missingSnapshotAt: z.string().nullable(),
  fullSnapshotAt: z.string().nullable(),
  allowDistrictRetake: z.boolean(),
};

const body = {
  description: z.string().nullable(),
  dataLinks: z.array(dataLinkReply),
  participants: z.union([z.array(z.string()), z.object({ all: z.literal(true) })]),
  requiredDatasets: z.array(z.string()),
};

const head = {
  id: z.string(),
  number: z.int(),
  ...outline,
  status: z.enum(['OPEN', 'PUBLISHING', 'PUBLISHED', 'CLOSED']),
  statusLabel: z.string(),
  unpublishedChanges: z.boolean(),
  revision: z.int(),
  participantCount: z.int(),
  permittedCommands: z.array(z.string()),
};

const progress = z.object({ done: z.int(), total: z.int() });

/** Named, so that a page need not look up every organization to tell the first of them. */
const warning = z.object({ code: z.string(), organizationId: z.string(), name: z.string() });

export const certificationEventSummary = z.object(head).meta({ id: 'CertificationEventSummary' });

export const certificationEvent = z
  .object({
    ...head,
    ...body,
    draft: z.object({ ...outline, ...body }).nullable(),
    publishing: z.object({ revision: z.int(), progress, problem: z.string().nullable() }).nullable(),
    progress: progress.nullable(),
    problem: z.string().nullable(),
    admins: z.array(
      z.object({
        userId: z.string(),
        name: z.string(),
        role: z.enum(['APPROVER', 'REVIEWER']),
        active: z.boolean(),
        staffStateId: z.string().nullable(),
      }),
    ),
    warnings: z.array(warning),
    createdBy: z.string(),
    createdAt: z.string(),
    copiedFrom: z.string().nullable(),
    publishedAt: z.string().nullable(),
    publishedBy: z.string().nullable(),
    closedAt: z.string().nullable(),
    closedBy: z.string().nullable(),
    comment: z.string().nullable(),
    keptUntil: z.string().nullable(),
    legalHold: z.object({ reason: z.string(), placedBy: z.string(), placedAt: z.string() }).nullable(),
    deletion: z.object({ begunAt: z.string(), retentionYears: z.int(), finishedAt: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'CertificationEvent' });

export const publishBody = z.strictObject({
  confirm: z.boolean().default(false),
  requireRecertification: z.boolean().default(false),
  withdrawals: z
    .array(z.strictObject({ organizationId, reason: text(2000) }))
    .max(200)
    .default([]),
});

export const closeBody = z.strictObject({ comment: text(2000), confirm: z.boolean().default(false) });

export const legalHoldBody = z.strictObject({ reason: text(2000) });

export const decisionBody = z.strictObject({
  type: z.enum(['APPROVE', 'REQUEST_RECERTIFICATION', 'UNAPPROVE', 'DECLINE_REQUEST']),
  organizationIds: z
    .array(organizationId)
    .min(1)
    .max(200)
    .refine((ids) => new Set(ids).size === ids.length, 'names an organization twice'),
  reason: text(2000).optional(),
  newDueDate: calendarDate.optional(),
  confirmNotCertified: z.boolean().default(false),
});
export type DecisionBody = z.output<typeof decisionBody>;

const rowResult = z.object({
  organizationId: z.string(),
  outcome: z.enum(['APPLIED', 'REFUSED']),
  code: z.string().nullable(),
});

export const decisionResults = z.object({ results: z.array(rowResult) });

/** `execution` names the flow that serves everybody without a snapshot; those named one by one each have their own result. */
export const snapshotsAsked = z.object({
  execution: z.string().nullable(),
  organizationIds: z.array(z.string()).nullable(),
  results: z.array(rowResult),
});

export const dueDateBody = z.strictObject({ dueDate: calendarDate, reason: text(2000) });

export const takeSnapshotsBody = z.strictObject({
  organizationIds: z.array(organizationId).min(1).max(200).optional(),
  confirm: z.boolean().default(false),
});

const recipient = z.strictObject({ organizationId, userId });

/** Neither people nor participants named: all certifiers of all participants. */
export const messageBody = z.strictObject({
  recipients: z.array(recipient).min(1).max(1_000).optional(),
  organizationIds: uniqueIds.min(1).max(1_000).optional(),
  onlyUnfinished: z.boolean().default(false),
  subject: text(200),
  body: text(10_000),
});

export const message = z
  .object({
    id: z.string(),
    certificationEventId: z.string(),
    sentBy: z.string(),
    sentAt: z.string(),
    subject: z.string(),
    body: z.string(),
    recipients: z.array(z.object({ organizationId: z.string(), userId: z.string() })),
  })
  .meta({ id: 'Message' });

export const runOnLaneBody = z.strictObject({
  groupId,
  lane: z.enum(['STATE', 'SNAPSHOT']),
  format: z.enum(['html', 'csv', 'json', 'xlsx', 'pdf']).default('html'),
});

/** Participants are named, or all are meant; a filter leaves those of them that fit. */
export const validateParticipantsBody = runOnLaneBody.extend({
  organizationIds: uniqueIds.min(1).optional(),
  name: text(200).optional(),
  status: z.array(participantStatus).min(1).optional(),
});

/** At most 200 in a request: `remaining` are for the next one to name. */
export const validationsAsked = z.object({
  results: z.array(
    z.object({
      organizationId: z.string(),
      outcome: z.enum(['QUEUED', 'UNDER_WAY', 'REFUSED']),
      code: z.string().nullable(),
      runId: z.string().nullable(),
    }),
  ),
  remaining: z.array(z.string()),
});

export const publishPreview = z.object({
  changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  affected: z.object({
    participants: z.int(),
    added: z.array(z.string()),
    removed: z.array(z.string()),
    atWork: z.int(),
    certified: z.int(),
  }),
  warnings: z.array(warning),
  refusals: z.array(z.string()),
});
