import * as z from 'zod';
import type { StateOf } from '../../../application/entities.ts';
import {
  type CurrentSnapshot,
  participantStatuses,
  type StepRun,
  type Task,
  validationSteps,
} from '../../../domain/participant/state.ts';
import type {
  CertificationEventId,
  OrganizationId,
  RequestId,
  RunId,
  SnapshotId,
  UserId,
} from '../../../kernel/ids.ts';
import type { EntityForm } from '../entity-form.ts';
import { keys, listedAs } from '../keys.ts';
import { exactly } from './exactly.ts';
import { level } from './level.ts';
import { calendarDate, count, idOf, instant } from './primitives.ts';

const taskStatus = z.enum([
  'NOT_STARTED',
  'INCOMPLETE',
  'COMPLETE',
  'APPROVED_COMPLETE',
  'COMPLETE_BY_STATE',
  'REQUEST_PENDING',
  'NOT_APPLICABLE',
]);

const completion = z.strictObject({
  runId: idOf<RunId>().nullable(),
  snapshotId: idOf<SnapshotId>().nullable(),
  at: instant,
});

const submission = z.strictObject({
  at: instant,
  snapshotId: idOf<SnapshotId>().nullable(),
  dataHash: z.string().nullable(),
  signedName: z.string(),
  attestationVersion: count,
});

const task = exactly<Task>()(
  z.strictObject({
    userId: idOf<UserId>(),
    name: z.string(),
    role: z.enum(['CERTIFIER', 'REVIEWER']),
    status: taskStatus,
    startedAt: instant.nullable(),
    dueDateOverride: calendarDate.nullable(),
    completions: z.partialRecord(z.enum(validationSteps), completion),
    submission: submission.nullable(),
  }),
);

const stepRun = exactly<StepRun>()(
  z.strictObject({
    runId: idOf<RunId>(),
    status: z.enum(['QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED']),
    blockers: count.nullable(),
    snapshotId: idOf<SnapshotId>().nullable(),
    dataHash: z.string().nullable(),
    stale: z.boolean(),
    problem: z.string().nullable(),
  }),
);

const currentSnapshot = exactly<CurrentSnapshot>()(
  z.strictObject({
    snapshotId: idOf<SnapshotId>(),
    sequence: count,
    status: z.enum(['QUEUED', 'COMPLETED', 'FAILED']),
    state: z.enum(['CURRENT', 'LOCKED']),
    takenAt: instant.nullable(),
    contentHash: z.string().nullable(),
  }),
);

const approval = z.strictObject({
  by: idOf<UserId>(),
  at: instant,
  notCertified: z.boolean(),
  reason: z.string().nullable(),
  snapshotId: idOf<SnapshotId>().nullable(),
  previousStatus: z.enum(['IN_PROGRESS', 'RECERT_IN_PROGRESS', 'SENT']),
  previousTasks: z.record(z.string(), taskStatus),
});

const recertificationRequest = z.strictObject({
  id: idOf<RequestId>(),
  requestedBy: idOf<UserId>(),
  requestedAt: instant,
  reason: z.string(),
  previousStatus: z.enum(['SENT', 'APPROVED']),
  previousTaskStatus: taskStatus,
});

export const participantForm: EntityForm<'participant'> = {
  schema: exactly<StateOf<'participant'>>()(
    z.strictObject({
      certificationEventId: idOf<CertificationEventId>(),
      organizationId: idOf<OrganizationId>(),
      name: z.string(),
      number: z.string(),
      districtId: idOf<OrganizationId>(),
      level,
      status: z.enum(participantStatuses),
      revision: count,
      round: count,
      tasks: z.array(task),
      steps: z.partialRecord(z.enum(validationSteps), stepRun),
      snapshot: currentSnapshot.nullable(),
      snapshotSequence: count,
      sentSequence: count,
      sentAt: instant.nullable(),
      mixedData: z.boolean(),
      awaitsConfirmation: z.boolean(),
      deadlineOverride: calendarDate.nullable(),
      approval: approval.nullable(),
      openRequest: recertificationRequest.nullable(),
    }),
  ),
  packed: true,
  key: keys.participant,
  indexes: (state) => listedAs.participantOfDistrict(state.districtId, state),
};
