import type { FenceChange, FenceCheck } from '../../../application/ports/unit-of-work.ts';
import { allFences, fenceOf } from '../keys.ts';
import type { Table } from '../table.ts';
import type { TransactItem } from './transact-item.ts';

/** Ruling A: "closed is absorbing" is checked on one of 32 small rows, so that no row is in every commit. */
export const fenceCheck = (
  table: Table,
  { certificationEventId, organizationId, revision }: FenceCheck,
): TransactItem => ({
  ConditionCheck: {
    TableName: table.name,
    Key: { ...fenceOf(certificationEventId, organizationId) },
    ConditionExpression: '#status = :published AND #revision = :revision',
    ExpressionAttributeNames: { '#status': 'status', '#revision': 'revision' },
    ExpressionAttributeValues: { ':published': 'PUBLISHED', ':revision': revision },
  },
});

/** All 32 rows at once, never away from CLOSED. */
export const fenceChanges = (
  table: Table,
  { certificationEventId, status, revision }: FenceChange,
): readonly TransactItem[] =>
  allFences(certificationEventId).map((key) => ({
    Update: {
      TableName: table.name,
      Key: { ...key },
      UpdateExpression: 'SET #status = :status, #revision = :revision',
      ConditionExpression: 'attribute_not_exists(pk) OR #status <> :closed',
      ExpressionAttributeNames: { '#status': 'status', '#revision': 'revision' },
      ExpressionAttributeValues: { ':status': status, ':revision': revision, ':closed': 'CLOSED' },
    },
  }));
