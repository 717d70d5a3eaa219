import * as z from 'zod';
import { canonicalRights } from '../../domain/user/rights.ts';
import { tools } from '../../domain/user/state.ts';
import { organizationId, userId } from './ids.ts';
import { text } from './text.ts';

const schoolScope = z.union([z.literal('ALL'), z.array(organizationId).min(1).max(500)]);

/** Whether mail arrives is seen when it is sent; here only what can be no address at all is refused. */
const email = text(254).refine((value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value), 'is not a mail address');

const letters = z
  .string()
  .max(16)
  .refine((value) => /^[RWAD]*$/.test(value), 'takes the letters R, W, A and D')
  .transform(canonicalRights);

const side = z.enum(['STATE', 'LOCAL']);

const person = {
  firstName: text(100),
  lastName: text(100),
  email,
  organizationId,
  schools: schoolScope,
  districtAdmin: z.boolean(),
  staffStateId: text(64).nullable(),
};

export const newUserBody = z.strictObject({
  userId,
  side,
  ...person,
  schools: schoolScope.default('ALL'),
  districtAdmin: z.boolean().default(false),
  staffStateId: person.staffStateId.default(null),
});
export type NewUserBody = z.output<typeof newUserBody>;

export const userChanges = z.strictObject({
  firstName: person.firstName.exactOptional(),
  lastName: person.lastName.exactOptional(),
  email: email.exactOptional(),
  organizationId: organizationId.exactOptional(),
  schools: schoolScope.exactOptional(),
  districtAdmin: person.districtAdmin.exactOptional(),
  staffStateId: person.staffStateId.exactOptional(),
  active: z.boolean().exactOptional(),
});

/** All tools at once: one that is left out is taken away. */
export const rightsBody = z.strictObject({
  rights: z.strictObject({
    EVENT_MANAGEMENT: letters.exactOptional(),
    EVENT_REPORT: letters.exactOptional(),
    CERTIFICATION_CATEGORY: letters.exactOptional(),
    CERTIFICATION_EVENT: letters.exactOptional(),
    VALIDATION_RULES: letters.exactOptional(),
    VALIDATION_GROUPS: letters.exactOptional(),
    DIRECT_SQL: letters.exactOptional(),
    DATASETS: letters.exactOptional(),
    BATCH_QUEUE: letters.exactOptional(),
    BATCH_RESYNC: letters.exactOptional(),
    SETTINGS: letters.exactOptional(),
  }),
});

export const user = z
  .object({
    id: z.string(),
    userId: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    email: z.string(),
    side,
    organizationId: z.string(),
    schools: z.union([z.literal('ALL'), z.array(z.string())]),
    districtAdmin: z.boolean(),
    staffStateId: z.string().nullable(),
    active: z.boolean(),
    rights: z.record(z.enum(tools), z.string()),
    memberships: z.array(
      z.object({
        categoryId: z.string(),
        side,
        role: z.enum(['APPROVER', 'REVIEWER', 'CERTIFIER']),
        schools: z.union([z.literal('ALL'), z.array(z.string())]).optional(),
      }),
    ),
  })
  .meta({ id: 'User' });
