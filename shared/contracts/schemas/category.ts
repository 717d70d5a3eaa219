import * as z from 'zod';
import { category } from './directory.ts';
import { organizationId } from './ids.ts';
import { text } from './text.ts';

const fields = { name: text(200), description: text(4000).nullable(), active: z.boolean() };

export const newCategoryBody = z.strictObject({
  ...fields,
  level: z.enum(['DISTRICT', 'SCHOOL']),
  description: fields.description.default(null),
  active: z.boolean().default(true),
});

/** The level is chosen once: events, groups and lists of members rest on it. */
export const categoryChanges = z.strictObject({
  name: fields.name.exactOptional(),
  description: fields.description.exactOptional(),
  active: fields.active.exactOptional(),
});

export const stateMemberBody = z.strictObject({ role: z.enum(['APPROVER', 'REVIEWER']) });

export const localMemberBody = z.strictObject({
  role: z.enum(['CERTIFIER', 'REVIEWER']),
  schools: z.union([z.literal('ALL'), z.array(organizationId).min(1).max(500)]).default('ALL'),
});

const warnings = z.array(z.object({ code: z.enum(['RIGHTS_TOO_LOW']), userId: z.string() }));

export const categoryWithWarnings = category.extend({ warnings }).meta({ id: 'CategoryWithWarnings' });

export const localMember = z
  .object({
    id: z.string(),
    categoryId: z.string(),
    districtId: z.string(),
    userId: z.string(),
    name: z.string(),
    role: z.enum(['CERTIFIER', 'REVIEWER']),
    schools: z.union([z.literal('ALL'), z.array(z.string())]),
  })
  .meta({ id: 'LocalMember' });

export const localMemberWithWarnings = localMember.extend({ warnings }).meta({ id: 'LocalMemberWithWarnings' });
