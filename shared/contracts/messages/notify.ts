import * as z from 'zod';
import { alertKinds } from '../../domain/messaging/alert.ts';
import { categoryId, certificationEventId, messageId, organizationId, userId } from '../schemas/ids.ts';
import { calendarDate, instant } from '../schemas/text.ts';

const audience = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('USER'), userId }),
  z.object({ kind: z.literal('PARTICIPANT'), organizationId, except: userId.nullable() }),
  z.object({ kind: z.literal('ALL_PARTICIPANTS') }),
  z.object({ kind: z.literal('NEW_PARTICIPANTS'), formerBodyId: z.string() }),
  z.object({ kind: z.literal('FORMER_PARTICIPANTS'), formerBodyId: z.string(), formerEndDate: calendarDate }),
  z.object({ kind: z.literal('CATEGORY_STATE'), approversOnly: z.boolean() }),
  z.object({ kind: z.literal('STATE_WATCHERS') }),
  z.object({ kind: z.literal('DISTRICT_ADMINISTRATORS'), districtId: organizationId }),
]);

const notification = z.object({
  kind: z.enum(alertKinds),
  certificationEventId,
  organizationId: organizationId.nullable(),
  audience,
  dedupe: z.string(),
  postedAt: instant,
  facts: z.record(z.string(), z.string()),
});

const tally = z.object({ count: z.int(), names: z.array(z.string()) });
const message = { version: z.literal(1), from: z.string().optional() };

/** People to tell, or another errand of the worker; `from` continues a long list where the last message stopped. */
export const notifyMessage = z.discriminatedUnion('type', [
  z.object({
    ...message,
    type: z.literal('NOTIFY'),
    notification,
    withoutCertifier: tally.optional(),
    withoutMail: tally.optional(),
  }),
  z.object({ ...message, type: z.literal('DELIVER_MESSAGE'), messageId }),
  z.object({ ...message, type: z.literal('SEAL_AUDIT'), certificationEventId }),
  z.object({ ...message, type: z.literal('DRAIN_WAITS'), certificationEventId }),
  z.object({
    ...message,
    type: z.literal('PLAN_REMINDERS'),
    certificationEventId,
    dueDate: calendarDate.nullable(),
  }),
  z.object({ ...message, type: z.literal('REMIND'), certificationEventId, day: calendarDate, at: instant }),
  z.object({ ...message, type: z.literal('SEND_DIGESTS'), day: calendarDate }),
  z.object({ ...message, type: z.literal('RENEW_TIMERS') }),
  z.object({
    ...message,
    type: z.literal('RECONCILE_MEMBERS'),
    categoryIds: z.array(categoryId),
    districtId: organizationId,
  }),
  z.object({ ...message, type: z.literal('RECONCILE_PUBLISHED'), certificationEventId }),
]);
