import * as z from 'zod';
import { text } from './text.ts';

export const agency = z
  .object({
    id: z.literal('AGENCY'),
    name: z.string(),
    shortName: z.string(),
    timeZone: z.string(),
    warningPolicy: z.enum(['NONE', 'ACKNOWLEDGE', 'EXPLAIN']),
    now: z.string(),
  })
  .meta({ id: 'Settings' });

export const organization = z
  .object({
    id: z.string(),
    type: z.enum(['STATE', 'REGION', 'DISTRICT', 'SCHOOL']),
    name: z.string(),
    number: z.string(),
    parentOrganizationId: z.string().nullable(),
  })
  .meta({ id: 'Organization' });

export const me = z
  .object({
    id: z.string(),
    userId: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    email: z.string(),
    side: z.enum(['STATE', 'LOCAL']),
    organization,
    organizationId: z.string(),
    schools: z.union([z.literal('ALL'), z.array(z.string())]),
    districtAdmin: z.boolean(),
    rights: z.record(z.string(), z.string()),
    memberships: z.array(z.object({ categoryId: z.string(), role: z.enum(['APPROVER', 'REVIEWER', 'CERTIFIER']) })),
    unreadAlerts: z.int(),
    permittedCommands: z.array(z.string()),
  })
  .meta({ id: 'Me' });

export const category = z
  .object({
    id: z.string(),
    name: z.string(),
    level: z.enum(['DISTRICT', 'SCHOOL']),
    description: z.string().nullable(),
    active: z.boolean(),
    published: z.boolean(),
    stateMembers: z.array(
      z.object({
        userId: z.string(),
        name: z.string(),
        staffStateId: z.string().nullable(),
        role: z.enum(['APPROVER', 'REVIEWER']),
        active: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Category' });

export const alert = z
  .object({
    id: z.string(),
    process: z.string(),
    type: z.string(),
    name: z.string(),
    /** What `name` and `text` are made of, by `type`: names, numbers, days, codes. For texts in another language. */
    facts: z.record(z.string(), z.string()),
    text: z.string().nullable(),
    required: z.boolean(),
    postedAt: z.string(),
    dueDate: z.string().nullable(),
    link: z.string(),
    readAt: z.string().nullable(),
  })
  .meta({ id: 'Alert' });

export const dismissAlertsBody = z.strictObject({ ids: z.array(text(200)).min(1).max(100) });
