import * as z from 'zod';
import { certificationEventId, organizationId, snapshotId } from '../schemas/ids.ts';

/** VALIDATION takes none: it queues the runs on those that a schedule took, when all are taken. */
const trigger = z.enum(['CERT_START', 'MANUAL_TAKE', 'RETAKE', 'FULL', 'CLEANUP', 'STATE_MANUAL', 'VALIDATION']);
const common = {
  version: z.literal(1),
  certificationEventId,
  execution: z.string(),
  trigger,
  /** Set when the flow is about one snapshot that is queued already. */
  snapshotId: snapshotId.nullable(),
};

/** What the snapshot machine asks its function. A chunk of participants travels as a reference, never as a list. */
export const snapshotTask = z.discriminatedUnion('task', [
  z.object({ task: z.literal('plan'), ...common, organizationIds: z.array(organizationId).nullable() }),
  z.object({ task: z.literal('take'), ...common, key: z.string(), chunk: z.int() }),
  z.object({ task: z.literal('finish'), ...common }),
  z.object({ task: z.literal('record-failure'), ...common, error: z.string() }),
]);
export type SnapshotTask = z.output<typeof snapshotTask>;

export const snapshotOutcomes = {
  plan: ['PLANNED', 'NOTHING_TO_DO'],
  take: ['DONE'],
  finish: ['FINISHED'],
  'record-failure': ['RECORDED'],
} as const;

/** The list a chunk refers to. `snapshotId` names a snapshot that was already queued. */
export const snapshotChunk = z.object({
  participants: z.array(z.object({ organizationId, snapshotId: snapshotId.nullable() })),
});
export type SnapshotChunk = z.output<typeof snapshotChunk>;
