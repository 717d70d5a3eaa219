import * as z from 'zod';
import { paging } from './paging.ts';
import { severity } from './rule-library.ts';
import { exactText, text } from './text.ts';

export const runStatus = z.enum(['QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED', 'SUPERSEDED']);

const ruleResult = z.object({
  dataset: z.string(),
  ruleCode: z.string(),
  ruleName: z.string(),
  severity,
  outcome: z.enum(['PASSED', 'FINDINGS', 'LISTED', 'ERRORED', 'NOT_APPLICABLE']),
  count: z.int(),
  /** The column by whose values its rows are counted and chosen. */
  causeColumn: z.string().nullable(),
  problem: z.string().nullable(),
  /** Says the same as `problem`, for texts in another language. */
  problemCode: z.string().nullable(),
  problemFacts: z.record(z.string(), z.string()),
});

export const run = z
  .object({
    id: z.string(),
    title: z.string(),
    certificationEventId: z.string(),
    organizationId: z.string(),
    step: z.string().nullable(),
    /** Of a run of the state's own: the group it validates. */
    group: z.object({ groupId: z.string(), name: z.string() }).nullable(),
    lane: z.enum(['DISTRICT', 'STATE', 'SNAPSHOT']),
    format: z.string(),
    retryOf: z.string().nullable(),
    snapshotId: z.string().nullable(),
    status: runStatus,
    queuedAt: z.string(),
    startedAt: z.string().nullable(),
    finishedAt: z.string().nullable(),
    progress: z.object({ done: z.int(), total: z.int() }).nullable(),
    queuePosition: z.int().nullable(),
    etaSeconds: z.number().nullable(),
    viewed: z.boolean(),
    summary: z.array(ruleResult),
    recordsRead: z.int().nullable(),
    problem: z.string().nullable(),
    problemCode: z.string().nullable(),
  })
  .meta({ id: 'Run' });

/** What is behind rows, as a page of findings counts it; empty for rows without a value there. */
const cause = exactText(400).optional();
const isOfRule = ({
  ruleCode,
  cause: named,
}: {
  readonly ruleCode?: string | undefined;
  readonly cause?: string | undefined;
}) => named === undefined || ruleCode !== undefined;
const neededWithCause = { path: ['ruleCode'], message: 'is needed with a cause' };

export const findingsQuery = z
  .strictObject({ ...paging, ruleCode: text(64).optional(), severity: severity.optional(), cause })
  .refine(isOfRule, neededWithCause);

export const findingsPage = z.object({
  items: z.array(z.object({ ruleCode: z.string(), severity, row: z.record(z.string(), z.unknown()) })),
  columns: z.record(z.string(), z.array(z.string())),
  /** Of the rule asked for, where it names a cause column: its rows by cause, the hundred most frequent. */
  causes: z.record(z.string(), z.array(z.object({ cause: z.string(), count: z.int() }))),
  nextCursor: z.string().nullable(),
  total: z.int().optional(),
});

export const reportQuery = z
  .strictObject({
    format: z.enum(['html', 'csv', 'json', 'xlsx', 'pdf', 'parquet']).default('html'),
    ruleCode: text(64).optional(),
    cause,
  })
  .refine(isOfRule, neededWithCause);

export const reportLink = z.object({ url: z.string(), expiresAt: z.string(), format: z.string() });

export const snapshot = z
  .object({
    id: z.string(),
    certificationEventId: z.string(),
    organizationId: z.string(),
    status: z.enum(['QUEUED', 'RUNNING', 'COMPLETED', 'FAILED']),
    state: z.enum(['CURRENT', 'SUPERSEDED', 'LOCKED', 'HISTORY']).nullable(),
    trigger: z.string(),
    round: z.int(),
    sequence: z.int(),
    requestedBy: z.string().nullable(),
    requestedAt: z.string(),
    takenAt: z.string().nullable(),
    recordCounts: z.record(z.string(), z.int()),
    contentHash: z.string().nullable(),
    objects: z.array(
      z.object({ dataset: z.string(), version: z.string(), rows: z.int(), bytes: z.int(), sha256: z.string() }),
    ),
    supersedes: z.string().nullable(),
    warnings: z.array(z.string()),
    problem: z.string().nullable(),
  })
  .meta({ id: 'Snapshot' });

export const verifyReply = z.object({
  ok: z.boolean(),
  checked: z.int(),
  differing: z.array(z.object({ dataset: z.string(), expected: z.string(), found: z.string().nullable() })),
  contentHash: z.string(),
});

/** A view over the rows that the snapshots of a certification event hold now; `rows` and `snapshots` count them. */
export const datamartView = z
  .object({
    id: z.string(),
    view: z.string(),
    dataset: z.string(),
    title: z.string(),
    columns: z.array(z.object({ name: z.string(), type: z.string() })),
    rows: z.int(),
    snapshots: z.int(),
    updatedAt: z.string(),
  })
  .meta({ id: 'DatamartView' });

export const snapshotSchedule = z.object({
  kind: z.enum(['FULL', 'CLEANUP']),
  runAt: z.string(),
  status: z.enum(['SCHEDULED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED']),
  included: z.array(z.string()),
  skipped: z.array(z.string()),
});
