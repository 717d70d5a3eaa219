import * as z from 'zod';
import { certificationEventId, organizationId } from '../schemas/ids.ts';

const common = {
  version: z.literal(1),
  certificationEventId,
  organizationId,
  round: z.int(),
  sentSequence: z.int(),
  execution: z.string(),
};

const approvalOutcome = z.enum(['APPROVED', 'RETURNED', 'WITHDRAWN', 'CLOSED']);

/** What the approval machine asks its function. The decision itself is a command in the table; the flow only follows. */
export const approvalTask = z.discriminatedUnion('task', [
  z.object({ task: z.literal('tell-approvers'), ...common }),
  z.object({ task: z.literal('await-decision'), ...common, token: z.string() }),
  z.object({ task: z.literal('conclude'), ...common, outcome: approvalOutcome }),
  z.object({ task: z.literal('tell-members'), ...common, outcome: approvalOutcome }),
  z.object({ task: z.literal('record-failure'), ...common, error: z.string() }),
]);
export type ApprovalTask = z.output<typeof approvalTask>;

export const approvalOutcomes = {
  'tell-approvers': ['TOLD'],
  'await-decision': ['APPROVED', 'RETURNED', 'WITHDRAWN', 'CLOSED'],
  conclude: ['CONCLUDED'],
  'tell-members': ['TOLD'],
  'record-failure': ['RECORDED'],
} as const;
