import * as z from 'zod';

export const severity = z.enum(['FATAL', 'SPECIAL_WARNING', 'WARNING', 'INFO']);

export const rule = z
  .object({
    id: z.string(),
    version: z.int(),
    status: z.enum(['ACTIVE', 'ARCHIVED']),
    code: z.string(),
    name: z.string(),
    severity,
    kind: z.enum(['FINDINGS', 'LISTING']),
    level: z.enum(['DISTRICT', 'SCHOOL']),
    datasets: z.array(z.string()),
    sql: z.string(),
    parameters: z.array(
      z.object({ name: z.string(), type: z.string(), default: z.union([z.string(), z.number()]).nullable() }),
    ),
    message: z.string(),
    resolution: z.string().nullable(),
    helpUrl: z.string().nullable(),
    adHocFilter: z.boolean(),
  })
  .meta({ id: 'Rule' });

export const validationGroup = z
  .object({
    id: z.string(),
    version: z.int(),
    name: z.string(),
    description: z.string().nullable(),
    level: z.enum(['DISTRICT', 'SCHOOL']),
    active: z.boolean(),
    rules: z.array(z.object({ ruleId: z.string(), version: z.int().nullable() })),
  })
  .meta({ id: 'ValidationGroup' });
