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

// By last name, then first, whatever their case. A key takes at most 1,024 bytes.
const placeOf = ({ lastName, firstName }: StateOf<'user'>): string =>
  `${lastName} ${firstName}`.normalize('NFC').toLocaleLowerCase('en').slice(0, 200);

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
  // The list of all people is long, and every commit of a person checks his item: it stays below a kilobyte.
  packed: true,
  key: keys.user,
  indexes: (user) => ({
    ...listedAs.personOf(user.organizationId, placeOf(user), user.id),
    ...listedAs.person(placeOf(user), user.id),
  }),
};
