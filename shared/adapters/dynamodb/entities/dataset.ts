import * as z from 'zod';
import type { StateOf } from '../../../application/entities.ts';
import type { EntityForm } from '../entity-form.ts';
import { keys, listedAs } from '../keys.ts';
import { exactly } from './exactly.ts';
import { count } from './primitives.ts';

const schoolLink = z.strictObject({ dataset: z.string(), column: z.string() });

export const declaration = exactly<StateOf<'dataset'>>()(
  z.strictObject({
    name: z.string(),
    version: count,
    title: z.string(),
    columns: z.array(
      z.strictObject({
        name: z.string(),
        type: z.enum(['string', 'integer', 'decimal', 'boolean', 'date', 'timestamp']),
        required: z.boolean(),
        description: z.string().optional(),
        codes: z.array(z.string()).optional(),
      }),
    ),
    key: z.array(z.string()),
    schoolColumn: z.string().nullable(),
    schoolThrough: schoolLink.nullable(),
    schoolThroughAlso: z.array(schoolLink).optional(),
    retired: z.literal(true).optional(),
  }),
);

export const datasetForm: EntityForm<'dataset'> = {
  schema: declaration,
  packed: false,
  key: keys.dataset,
  indexes: ({ name }) => listedAs.dataset(name),
};
