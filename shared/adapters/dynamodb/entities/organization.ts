import * as z from 'zod';
import type { StateOf } from '../../../application/entities.ts';
import type { OrganizationId } from '../../../kernel/ids.ts';
import type { EntityForm } from '../entity-form.ts';
import { keys, listedAs } from '../keys.ts';
import { exactly } from './exactly.ts';
import { idOf } from './primitives.ts';

export const organizationTypes = ['STATE', 'REGION', 'DISTRICT', 'SCHOOL'] as const;

export const organizationForm: EntityForm<'organization'> = {
  schema: exactly<StateOf<'organization'>>()(
    z.strictObject({
      id: idOf<OrganizationId>(),
      type: z.enum(organizationTypes),
      name: z.string(),
      number: z.string(),
      parentOrganizationId: idOf<OrganizationId>().nullable(),
    }),
  ),
  packed: false,
  key: keys.organization,
  indexes: ({ id, type, parentOrganizationId }) => ({
    ...listedAs.childOf(parentOrganizationId, id),
    ...listedAs.organizationOfType(type, id),
  }),
};
