import * as z from 'zod';
import type { StateOf } from '../../../application/entities.ts';
import type { CategoryId, OrganizationId, UserId } from '../../../kernel/ids.ts';
import type { EntityForm } from '../entity-form.ts';
import { keys, listedAs } from '../keys.ts';
import { exactly } from './exactly.ts';
import { level } from './level.ts';
import { idOf } from './primitives.ts';
import { schoolScope } from './user.ts';

export const categoryForm: EntityForm<'category'> = {
  schema: exactly<StateOf<'category'>>()(
    z.strictObject({
      id: idOf<CategoryId>(),
      name: z.string(),
      level,
      description: z.string().nullable(),
      active: z.boolean(),
      published: z.boolean(),
      stateMembers: z.array(
        z.strictObject({
          userId: idOf<UserId>(),
          name: z.string(),
          staffStateId: z.string().nullable(),
          role: z.enum(['APPROVER', 'REVIEWER']),
          active: z.boolean(),
        }),
      ),
    }),
  ),
  packed: false,
  key: keys.category,
  indexes: ({ id }) => listedAs.category(id),
};

export const localMembersForm: EntityForm<'localMembers'> = {
  schema: exactly<StateOf<'localMembers'>>()(
    z.strictObject({
      categoryId: idOf<CategoryId>(),
      districtId: idOf<OrganizationId>(),
      members: z.array(
        z.strictObject({
          userId: idOf<UserId>(),
          name: z.string(),
          role: z.enum(['CERTIFIER', 'REVIEWER']),
          schools: schoolScope,
        }),
      ),
    }),
  ),
  packed: false,
  key: keys.localMembers,
  indexes: () => ({}),
};
