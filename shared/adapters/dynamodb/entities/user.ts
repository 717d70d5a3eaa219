import * as z from 'zod';
import type { StateOf } from '../../../application/entities.ts';
import { tools, type Membership } from '../../../domain/user/state.ts';
import type { CategoryId, OrganizationId, UserId } from '../../../kernel/ids.ts';
import type { EntityForm } from '../entity-form.ts';
import { keys, listedAs } from '../keys.ts';
import { exactly } from './exactly.ts';
import { idOf } from './primitives.ts';

export const schoolScope = z.union([z.literal('ALL'), z.array(idOf<OrganizationId>())]);

const membership = exactly<Membership>()(
  z.discriminatedUnion('side', [
    z.strictObject({
      categoryId: idOf<CategoryId>(),
      side: z.literal('STATE'),
      role: z.enum(['APPROVER', 'REVIEWER']),
    }),
    z.strictObject({
      categoryId: idOf<CategoryId>(),
      side: z.literal('LOCAL'),
      role: z.enum(['CERTIFIER', 'REVIEWER']),
      districtId: idOf<OrganizationId>(),
      schools: schoolScope,
    }),
  ]),
);

export const userForm: EntityForm<'user'> = {
  schema: exactly<StateOf<'user'>>()(
    z.strictObject({
      id: idOf<UserId>(),
      firstName: z.string(),
      lastName: z.string(),
      email: z.string(),
      side: z.enum(['STATE', 'LOCAL']),
      organizationId: idOf<OrganizationId>(),
      schools: schoolScope,
      districtAdmin: z.boolean(),
      staffStateId: z.string().nullable(),
      active: z.boolean(),
      rights: z.partialRecord(z.enum(tools), z.string()),
      memberships: z.array(membership),
    }),
  ),
  packed: false,
  key: keys.user,
  indexes: ({ organizationId, id }) => listedAs.userOf(organizationId, id),
};
