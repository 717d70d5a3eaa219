import * as z from 'zod';
import { datasetColumnSchema, datasetDeclarationSchema } from '../../engine/declaration.ts';
import { organizationId } from './ids.ts';
import { idText, text } from './text.ts';

export const uploadBody = z.strictObject({
  organizationId,
  dataset: idText,
  fileName: text(200),
  format: z.enum(['NDJSON', 'CSV', 'PARQUET', 'ndjson', 'csv', 'parquet']).transform((value) => {
    const upper = value.toUpperCase();
    return upper === 'CSV' ? 'CSV' : upper === 'PARQUET' ? 'PARQUET' : 'NDJSON';
  }),
  /** The whole dataset (the default), or rows to add, replace and (`_operation` DELETE) take away by key. */
  delivery: z.enum(['FULL', 'DELTA']).default('FULL'),
  /** The state may load its own copy; everybody else delivers to the district's. */
  lane: z.enum(['DISTRICT', 'STATE']).default('DISTRICT'),
  bytes: z.int().min(1).max(5_000_000_000),
  sha256: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/, 'is not a SHA-256 in hexadecimal')
    .transform((value) => value.toLowerCase()),
});

export const uploadProblem = z.object({
  line: z.int(),
  column: z.string().nullable(),
  code: z.string(),
  detail: z.string(),
  advice: z.string().nullable(),
});

export const refusedRowsFile = z.object({
  url: z.string(),
  expiresAt: z.string(),
  fileName: z.string(),
  rows: z.int(),
});

export const upload = z
  .object({
    id: z.string(),
    organizationId: z.string(),
    dataset: z.string(),
    fileName: z.string(),
    format: z.string(),
    delivery: z.enum(['FULL', 'DELTA']),
    lane: z.enum(['DISTRICT', 'STATE']),
    bytes: z.int(),
    sha256: z.string(),
    status: z.enum(['CREATED', 'RECEIVED', 'CHECKING', 'ACCEPTED', 'REFUSED']),
    rows: z.int().nullable(),
    version: z.string().nullable(),
    problems: z.array(uploadProblem),
    problemCount: z.int(),
    createdAt: z.string(),
    refusedRows: z.int(),
    url: z.string().optional(),
    /** From 10 MB on: the parts that are still missing, each with a link of its own. */
    partSize: z.int().optional(),
    parts: z.array(z.object({ number: z.int(), url: z.string() })).optional(),
    headers: z.record(z.string(), z.string()).optional(),
  })
  .meta({ id: 'Upload' });

const laneVersion = z.object({ version: z.string(), rows: z.int(), acceptedAt: z.string() });

export const columnMappingBody = z.strictObject({
  columns: z.record(text(200), idText).refine((columns) => Object.keys(columns).length <= 200, 'has over 200 names'),
  ignored: z.array(text(200)).max(200).default([]),
});

const columnMapping = z
  .object({ dataset: z.string(), columns: z.record(z.string(), z.string()), ignored: z.array(z.string()) })
  .meta({ id: 'ColumnMapping' });

export const dataStatus = z
  .object({
    id: z.string(),
    organizationId: z.string(),
    paused: z.boolean(),
    datasets: z.array(
      z.object({
        dataset: z.string(),
        district: laneVersion.nullable(),
        state: laneVersion.nullable(),
        lagSeconds: z.number().nullable(),
        inSync: z.boolean(),
        stateFrom: z.enum(['SYNC', 'PIPELINE']),
      }),
    ),
    columnMappings: z.array(columnMapping),
  })
  .meta({ id: 'DataStatus' });

export const syncBody = z.strictObject({ paused: z.boolean() });
export const resyncBody = z.strictObject({ datasets: z.array(idText).min(1).max(100).optional() });

const schoolLink = z.strictObject({ dataset: idText, column: z.string().max(64) });

const declared = {
  name: idText,
  title: text(200),
  columns: z.array(datasetColumnSchema).min(1).max(200),
  key: z.array(z.string().max(64)).min(1).max(20),
  schoolColumn: z.string().max(64).nullable().default(null),
  schoolThrough: schoolLink.nullable().default(null),
  schoolThroughAlso: z.array(schoolLink).min(1).max(5).optional(),
  retired: z.boolean().default(false),
};

interface SentDeclaration {
  readonly retired: boolean;
  readonly reason?: string | undefined;
}

/** Judged by the engine's own schema of declarations, which says what contradicts itself, and where. */
const declarationOf = <Sent extends SentDeclaration>(sent: Sent, context: z.core.$RefinementCtx) => {
  const { retired, reason, ...fields } = sent;
  const asked = retired ? { ...fields, retired: true } : fields;
  const parsed = datasetDeclarationSchema.safeParse({ ...asked, version: 1 });
  if (parsed.success) return { reason, declaration: parsed.data };
  for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message });
  return z.NEVER;
};

const reason = text(2_000).optional();

export const datasetBody = z.strictObject({ ...declared, reason }).transform(declarationOf);

/** The whole declaration again. `confirm`: what it means for deliveries and rules has been read. */
export const datasetReplacement = z
  .strictObject({ ...declared, reason, confirm: z.boolean().default(false) })
  .transform(({ confirm, ...sent }, context) => ({ confirm, ...declarationOf(sent, context) }));

export const dataset = z
  .object({
    id: z.string(),
    name: z.string(),
    version: z.int(),
    title: z.string(),
    columns: z.array(z.record(z.string(), z.unknown())),
    key: z.array(z.string()),
    schoolColumn: z.string().nullable(),
    schoolThrough: z.object({ dataset: z.string(), column: z.string() }).nullable(),
    schoolThroughAlso: z.array(z.object({ dataset: z.string(), column: z.string() })).optional(),
    retired: z.boolean(),
  })
  .meta({ id: 'Dataset' });
