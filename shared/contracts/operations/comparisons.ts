import * as z from 'zod';
import { reconciliation, snapshotDiff, snapshotReport } from '../schemas/comparison.ts';
import { organizationId, snapshotId } from '../schemas/ids.ts';
import { paging } from '../schemas/paging.ts';
import { idText } from '../schemas/text.ts';
import { operation } from './operation.ts';

const shared = { area: 'validation', auth: 'token', ifMatch: false } as const;
const read = { ...shared, method: 'GET', body: null, status: 200 } as const;

export const getSnapshotReport = operation({
  ...read,
  operationId: 'getSnapshotReport',
  path: '/v1/snapshots/{id}/report',
  summary: 'A link to what a snapshot holds, by dataset and school, beside the year before',
  params: z.strictObject({ id: snapshotId }),
  query: z.strictObject({ format: z.enum(['html', 'csv', 'json', 'xlsx', 'pdf']).default('html') }),
  reply: snapshotReport,
});

export const diffSnapshots = operation({
  ...read,
  operationId: 'diffSnapshots',
  path: '/v1/snapshots/{id}/diff',
  summary: 'Rows added, removed and changed against another snapshot, by key',
  params: z.strictObject({ id: snapshotId }),
  query: z.strictObject({
    ...paging,
    against: snapshotId,
    dataset: idText.optional(),
    kind: z.enum(['ADDED', 'REMOVED', 'CHANGED']).optional(),
  }),
  reply: snapshotDiff,
});

export const getReconciliation = operation({
  ...read,
  operationId: 'getReconciliation',
  path: '/v1/organizations/{orgId}/reconciliation',
  summary: 'How the district copy and the state copy differ, by dataset and school, with keys',
  params: z.strictObject({ orgId: organizationId }),
  query: z.strictObject({}),
  reply: reconciliation,
});

export const comparisonOperations = [getSnapshotReport, diffSnapshots, getReconciliation] as const;
