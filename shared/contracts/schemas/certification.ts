import * as z from 'zod';
import { openRequest, participantStatus, userStatus } from './participant.ts';
import { run, snapshot } from './run.ts';
import { text } from './text.ts';

export const worklistRow = z
  .object({
    id: z.string(),
    eventId: z.string(),
    organizationId: z.string(),
    eventName: z.string(),
    schoolName: z.string().nullable(),
    userStatus,
    userStatusLabel: z.string(),
    eventStatus: participantStatus,
    eventStatusLabel: z.string(),
    dueDate: z.string().nullable(),
    reportingYear: z.int(),
    reportingYearLabel: z.string(),
    round: z.int(),
    action: z.enum(['START_CERTIFICATION', 'CONTINUE_CERTIFICATION', 'REVIEW_DATA', 'VIEW']),
    permittedCommands: z.array(z.string()),
  })
  .meta({ id: 'WorklistRow' });

/** A dataset of which the district's copy and the state's are not the same now, with the rows of each. */
const differingCopies = z.array(
  z.object({ dataset: z.string(), districtRows: z.int().nullable(), stateRows: z.int().nullable() }),
);

/** The snapshot that is being taken, with what its taker should know before it is there; nothing of it refuses. */
export const queuedSnapshot = snapshot.extend({ differingCopies }).meta({ id: 'QueuedSnapshot' });

/** The row as it is after submitting, with what the certifier should know besides; nothing of it refuses. */
export const submittedRow = worklistRow.extend({ differingCopies }).meta({ id: 'SubmittedRow' });

export const stepName = z.enum(['district-validation', 'state-validation', 'snapshot-validation']);

const wizardStep = z.object({
  step: z.enum(['district-validation', 'state-validation', 'snapshot-validation', 'certify-and-submit']),
  title: z.string(),
  instructions: z.array(z.string()),
  status: z.enum(['NOT_STARTED', 'QUEUED', 'RUNNING', 'NEEDS_VIEW', 'BLOCKED', 'COMPLETED', 'STALE', 'SKIPPED']),
  run: run.nullable(),
  blockedBy: z.array(z.object({ code: z.string(), detail: z.string() })),
  problem: z.string().nullable(),
  /** Running it and completing it, as far as they are possible now; the other commands are the certification's. */
  permittedCommands: z.array(z.string()),
});

/** The wizard: everything one person needs to see of one participant, in one answer. */
export const certification = z
  .object({
    ...worklistRow.shape,
    certificationEvent: z.object({
      number: z.int(),
      name: z.string(),
      description: z.string().nullable(),
      level: z.enum(['DISTRICT', 'SCHOOL']),
      reportingYear: z.int(),
      startDate: z.string().nullable(),
      certificationOpensDate: z.string().nullable(),
      endDate: z.string().nullable(),
      categoryName: z.string(),
      active: z.boolean(),
      snapshotMethod: z.enum(['NONE', 'ON_CERT_START', 'FULL']),
    }),
    organizationName: z.string(),
    role: z.enum(['CERTIFIER', 'REVIEWER']),
    dataLinks: z.array(
      z.object({
        type: z.string(),
        groupId: z.string().optional(),
        name: z.string().optional(),
        label: z.string().optional(),
        url: z.string().optional(),
      }),
    ),
    steps: z.array(wizardStep),
    snapshot: z
      .object({
        id: z.string(),
        status: z.enum(['QUEUED', 'RUNNING', 'COMPLETED', 'FAILED']),
        state: z.enum(['CURRENT', 'SUPERSEDED', 'LOCKED', 'HISTORY']),
        takenAt: z.string().nullable(),
        recordCounts: z.record(z.string(), z.int()),
        contentHash: z.string().nullable(),
        warnings: z.array(z.string()),
        problem: z.string().nullable(),
      })
      .nullable(),
    openRequest: openRequest.nullable(),
    certificate: z
      .object({
        round: z.int(),
        revision: z.int(),
        sentAt: z.string().nullable(),
        approvedAt: z.string(),
        notCertified: z.boolean(),
        reason: z.string().nullable(),
        snapshotId: z.string().nullable(),
        contentHash: z.string().nullable(),
        signatures: z.array(
          z.object({ userId: z.string(), signedName: z.string(), at: z.string(), dataHash: z.string().nullable() }),
        ),
      })
      .nullable(),
    newerData: z.boolean(),
    differingCopies,
    attestationText: z.string(),
    submission: z
      .object({
        at: z.string(),
        signedName: z.string(),
        snapshotId: z.string().nullable(),
        dataHash: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Certification' });

export const runStepBody = z.strictObject({
  format: z.enum(['html', 'csv', 'json', 'xlsx', 'pdf']).default('html'),
  runOn: z.enum(['DISTRICT', 'STATE_BATCH']).optional(),
});
export const completeStepBody = z.strictObject({ reviewed: z.boolean().default(false) });
export const takeSnapshotBody = z.strictObject({ confirm: z.boolean().default(false) });
export const submitBody = z.strictObject({
  attestation: z.strictObject({ name: text(200), accepted: z.boolean() }),
});
export const reasonBody = z.strictObject({ reason: text(2000) });

export const recertificationRequest = z
  .object({
    id: z.string(),
    status: z.enum(['PENDING', 'GRANTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED']),
    reason: z.string(),
    requestedBy: z.string(),
    requestedAt: z.string(),
  })
  .meta({ id: 'RecertificationRequest' });

export const historyEntry = z
  .object({
    at: z.string(),
    what: z.string(),
    by: z.string(),
    byRole: z.string(),
    round: z.int().nullable(),
    reason: z.string().nullable(),
    sequence: z.int(),
    hash: z.string(),
  })
  .meta({ id: 'HistoryEntry' });
