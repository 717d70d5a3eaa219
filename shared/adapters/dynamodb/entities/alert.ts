import * as z from 'zod';
import { type Alert, alertKinds, alertProcesses } from '../../../domain/messaging/alert.ts';
import type { AlertId, CertificationEventId, OrganizationId, UserId } from '../../../kernel/ids.ts';
import { exactly } from './exactly.ts';
import { calendarDate, idOf, instant } from './primitives.ts';

export const alertKind = z.enum(alertKinds);

export const alert = exactly<Alert>()(
  z.strictObject({
    id: idOf<AlertId>(),
    userId: idOf<UserId>(),
    kind: alertKind,
    process: z.enum(alertProcesses),
    name: z.string(),
    facts: z.record(z.string(), z.string()),
    text: z.string().nullable(),
    required: z.boolean(),
    postedAt: instant,
    dueDate: z.string().nullable(),
    link: z.string(),
    certificationEventId: idOf<CertificationEventId>().nullable(),
    organizationId: idOf<OrganizationId>().nullable(),
    digestOn: calendarDate.nullable(),
    readAt: instant.nullable(),
    dismissedAt: instant.nullable(),
  }),
);
