import * as z from 'zod';

export const participantStatus = z.enum([
  'IN_PROGRESS',
  'SENT',
  'APPROVED',
  'RECERT_REQUESTED',
  'RECERT_IN_PROGRESS',
  'WITHDRAWN',
]);

export const userStatus = z.enum([
  'NOT_STARTED',
  'INCOMPLETE',
  'OVERDUE',
  'COMPLETE',
  'APPROVED_COMPLETE',
  'COMPLETE_BY_STATE',
  'REQUEST_PENDING',
  'NOT_APPLICABLE',
]);

const snapshotOutline = z.object({
  id: z.string(),
  status: z.enum(['QUEUED', 'RUNNING', 'COMPLETED', 'FAILED']),
  state: z.enum(['CURRENT', 'SUPERSEDED', 'LOCKED', 'HISTORY']),
  takenAt: z.string().nullable(),
  contentHash: z.string().nullable(),
});

export const openRequest = z.object({
  id: z.string(),
  status: z.enum(['PENDING', 'EXPIRED']),
  requestedBy: z.string(),
  reason: z.string(),
  requestedAt: z.string(),
});

export const participant = z
  .object({
    id: z.string(),
    organizationId: z.string(),
    name: z.string(),
    number: z.string(),
    districtId: z.string(),
    status: participantStatus,
    statusLabel: z.string(),
    progress: z.object({ certified: z.int(), certifiers: z.int(), text: z.string() }),
    round: z.int(),
    revision: z.int(),
    snapshot: snapshotOutline.nullable(),
    snapshotDate: z.string().nullable(),
    sentAt: z.string().nullable(),
    approval: z
      .object({ by: z.string(), at: z.string(), notCertified: z.boolean(), reason: z.string().nullable() })
      .nullable(),
    flags: z.array(z.enum(['NO_CERTIFIER', 'AWAITS_CONFIRMATION', 'MIXED_DATA', 'EARLIER_REVISION'])),
    /** Moved for all certifiers of this participant. */
    deadlineOverride: z.string().nullable(),
    openRequest: openRequest.nullable(),
    certifiers: z.array(
      z.object({
        userId: z.string(),
        name: z.string(),
        role: z.enum(['CERTIFIER', 'REVIEWER']),
        userStatus,
        userStatusLabel: z.string(),
        dueDate: z.string().nullable(),
        /** Moved for him alone; null where his due date is everybody's. */
        dueDateOverride: z.string().nullable(),
        submittedAt: z.string().nullable(),
        /** Whose rights do not suffice for what is expected of him; told where one participant is read. */
        flags: z.array(z.enum(['CANNOT_SUBMIT'])).optional(),
      }),
    ),
    permittedCommands: z.array(z.string()),
  })
  .meta({ id: 'Participant' });
