import * as z from 'zod';
import { certificationEventId, messageId, organizationId, userId } from '../schemas/ids.ts';
import { instant } from '../schemas/text.ts';

const audience = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('USER'), userId }),
  z.object({ kind: z.literal('PARTICIPANT'), organizationId, except: userId.nullable() }),
  z.object({ kind: z.literal('ALL_PARTICIPANTS') }),
  z.object({ kind: z.literal('CATEGORY_STATE'), approversOnly: z.boolean() }),
]);

const notification = z.object({
  kind: z.enum([
    'CERTIFICATION_EVENT_PUBLISHED',
    'NO_CERTIFIER',
    'RUN_FINISHED',
    'SNAPSHOT_FINISHED',
    'CERTIFICATION_SENT',
    'CERTIFICATION_APPROVED',
    'RECERTIFICATION_REQUIRED',
    'RECERTIFICATION_REQUESTED',
    'REQUEST_DECLINED',
    'CERTIFICATION_EVENT_CLOSED',
    'CERTIFIER_DONE',
    'WORK_UNDONE',
    'MESSAGE',
  ]),
  certificationEventId,
  organizationId: organizationId.nullable(),
  audience,
  dedupe: z.string(),
  postedAt: instant,
  facts: z.record(z.string(), z.string()),
});

/** People to tell, a message to hand out, or waits to end; `from` continues a long list of participants where the last message stopped. */
export const notifyMessage = z.discriminatedUnion('type', [
  z.object({ version: z.literal(1), type: z.literal('NOTIFY'), notification, from: z.string().optional() }),
  z.object({ version: z.literal(1), type: z.literal('DELIVER_MESSAGE'), messageId, from: z.string().optional() }),
  z.object({
    version: z.literal(1),
    type: z.literal('DRAIN_WAITS'),
    certificationEventId,
    from: z.string().optional(),
  }),
]);
