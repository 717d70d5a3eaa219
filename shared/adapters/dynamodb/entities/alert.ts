import * as z from 'zod';
import type { Alert } from '../../../domain/messaging/alert.ts';
import type { AlertId, CertificationEventId, OrganizationId, UserId } from '../../../kernel/ids.ts';
import { exactly } from './exactly.ts';
import { idOf, instant } from './primitives.ts';

export const alertKind = z.enum([
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
]);

export const alert = exactly<Alert>()(
  z.strictObject({
    id: idOf<AlertId>(),
    userId: idOf<UserId>(),
    kind: alertKind,
    process: z.enum(['Data Certification', 'Batch Report Complete']),
    name: z.string(),
    text: z.string().nullable(),
    required: z.boolean(),
    postedAt: instant,
    dueDate: z.string().nullable(),
    link: z.string(),
    certificationEventId: idOf<CertificationEventId>().nullable(),
    organizationId: idOf<OrganizationId>().nullable(),
    readAt: instant.nullable(),
    dismissedAt: instant.nullable(),
  }),
);
