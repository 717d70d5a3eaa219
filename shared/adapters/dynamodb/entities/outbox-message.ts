import * as z from 'zod';
import type { Audience, Notification, OutboxMessage } from '../../../application/outbox.ts';
import type {
  CategoryId,
  CertificationEventId,
  MessageId,
  OrganizationId,
  RunId,
  UploadId,
  UserId,
} from '../../../kernel/ids.ts';
import { alertKind } from './alert.ts';
import { exactly } from './exactly.ts';
import { calendarDate, count, idOf, instant } from './primitives.ts';

const audience = exactly<Audience>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('USER'), userId: idOf<UserId>() }),
    z.strictObject({
      kind: z.literal('PARTICIPANT'),
      organizationId: idOf<OrganizationId>(),
      except: idOf<UserId>().nullable(),
    }),
    z.strictObject({ kind: z.literal('ALL_PARTICIPANTS') }),
    z.strictObject({ kind: z.literal('NEW_PARTICIPANTS'), formerBodyId: z.string() }),
    z.strictObject({ kind: z.literal('FORMER_PARTICIPANTS'), formerBodyId: z.string(), formerEndDate: calendarDate }),
    z.strictObject({ kind: z.literal('STATE_WATCHERS') }),
    z.strictObject({ kind: z.literal('DISTRICT_ADMINISTRATORS'), districtId: idOf<OrganizationId>() }),
    z.strictObject({ kind: z.literal('CATEGORY_STATE'), approversOnly: z.boolean() }),
  ]),
);

const notification = exactly<Notification>()(
  z.strictObject({
    kind: alertKind,
    certificationEventId: idOf<CertificationEventId>(),
    organizationId: idOf<OrganizationId>().nullable(),
    audience,
    dedupe: z.string(),
    postedAt: instant,
    facts: z.record(z.string(), z.string()),
  }),
);

const ofEvent = { certificationEventId: idOf<CertificationEventId>() };
const timer = { timerId: z.string(), version: count };

export const outboxMessage = exactly<OutboxMessage>()(
  z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('START_EXECUTION'),
      machine: z.enum(['publish', 'snapshot', 'approval']),
      name: z.string(),
      input: z.unknown(),
    }),
    z.strictObject({
      type: z.literal('QUEUE_RUN'),
      runId: idOf<RunId>(),
      districtId: idOf<OrganizationId>(),
      size: count,
    }),
    z.strictObject({
      type: z.literal('QUEUE_INGEST'),
      uploadId: idOf<UploadId>(),
      organizationId: idOf<OrganizationId>(),
      size: count,
    }),
    z.strictObject({ type: z.literal('NOTIFY'), notification }),
    z.strictObject({ type: z.literal('SEAL_AUDIT'), certificationEventId: idOf<CertificationEventId>() }),
    z.strictObject({ type: z.literal('DELIVER_MESSAGE'), messageId: idOf<MessageId>() }),
    z.strictObject({ type: z.literal('DRAIN_WAITS'), ...ofEvent }),
    z.strictObject({ type: z.literal('PLAN_REMINDERS'), ...ofEvent, dueDate: calendarDate.nullable() }),
    z.strictObject({ type: z.literal('REMIND'), ...ofEvent, day: calendarDate, at: instant }),
    z.strictObject({ type: z.literal('SEND_DIGESTS'), day: calendarDate }),
    z.strictObject({ type: z.literal('RENEW_TIMERS') }),
    z.strictObject({ type: z.literal('ARM_TIMER'), ...timer, dueAt: instant }),
    z.strictObject({ type: z.literal('DISARM_TIMER'), ...timer }),
    z.strictObject({
      type: z.literal('ANSWER_WAIT'),
      certificationEventId: idOf<CertificationEventId>(),
      organizationId: idOf<OrganizationId>(),
      sentSequence: count,
      outcome: z.enum(['APPROVED', 'RETURNED', 'WITHDRAWN', 'CLOSED']),
    }),
    z.strictObject({
      type: z.literal('RECONCILE_MEMBERS'),
      categoryIds: z.array(idOf<CategoryId>()),
      districtId: idOf<OrganizationId>(),
    }),
    z.strictObject({ type: z.literal('RECONCILE_PUBLISHED'), certificationEventId: idOf<CertificationEventId>() }),
    z.strictObject({ type: z.literal('SYNC_SIGN_IN'), userId: idOf<UserId>() }),
    z.strictObject({ type: z.literal('SEND_MAIL'), to: z.string(), subject: z.string(), text: z.string() }),
  ]),
);
