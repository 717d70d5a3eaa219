import * as z from 'zod';
import type { StateOf } from '../../../application/entities.ts';
import type { EntityForm } from '../entity-form.ts';
import { keys } from '../keys.ts';
import { exactly } from './exactly.ts';

export const agencyForm: EntityForm<'agency'> = {
  schema: exactly<StateOf<'agency'>>()(
    z.strictObject({
      name: z.string(),
      shortName: z.string(),
      timeZone: z.string(),
      warningPolicy: z.enum(['NONE', 'ACKNOWLEDGE', 'EXPLAIN']),
    }),
  ),
  packed: false,
  key: keys.agency,
  indexes: () => ({}),
};
