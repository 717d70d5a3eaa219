import type { Insert } from '../../../application/ports/unit-of-work.ts';
import { bodyParts } from '../body-parts.ts';
import { keys } from '../keys.ts';
import { pack } from '../packing.ts';
import type { Table } from '../table.ts';
import { insertNew, keepFirst, replaceKnown, type TransactItem } from './transact-item.ts';

// Numbers have no gaps and no twins: the counter moves from exactly the number before.
const takeNumber = (table: Table, number: number): TransactItem => ({
  Update: {
    TableName: table.name,
    Key: { ...keys.certificationEventNumber() },
    UpdateExpression: 'SET #last = :number',
    ConditionExpression: number === 1 ? 'attribute_not_exists(pk)' : '#last = :before',
    ExpressionAttributeNames: { '#last': 'last' },
    ExpressionAttributeValues: { ':number': number, ...(number === 1 ? {} : { ':before': number - 1 }) },
  },
});

/** Rows that are written once. */
export const insertWrites = (table: Table, insert: Insert): readonly TransactItem[] => {
  switch (insert.row) {
    case 'body':
      return bodyParts(insert.body).map((part, index) =>
        insertNew(table, { ...keys.bodyPart(insert.certificationEventId, insert.bodyId, index), ...part }),
      );
    case 'ruleVersion': {
      const { version } = insert;
      return [insertNew(table, { ...keys.ruleVersion(version.id, version.ruleVersion), ruleVersion: version })];
    }
    case 'ruleCode':
      return [insertNew(table, { ...keys.ruleCode(insert.code), ruleId: insert.ruleId })];
    case 'userName':
      return [insertNew(table, { ...keys.userName(insert.userId), userId: insert.userId })];
    case 'declaration': {
      const { declaration } = insert;
      return [insertNew(table, { ...keys.declaration(declaration.name, declaration.version), declaration })];
    }
    case 'datasetVersion': {
      const { dataset, version } = insert.version;
      const key = keys.datasetVersion(insert.organizationId, dataset, version);
      return [keepFirst(table, key, 'datasetVersion', pack(insert.version))];
    }
    case 'changedVersion': {
      const { dataset, version } = insert.version;
      const key = keys.datasetVersion(insert.organizationId, dataset, version);
      return [replaceKnown(table, { ...key, datasetVersion: pack(insert.version) })];
    }
    case 'versionPin': {
      const { organizationId, snapshotId, versions } = insert;
      return [insertNew(table, { ...keys.versionPin(organizationId, snapshotId), snapshotId, versions })];
    }
    case 'releasedPin': {
      const { organizationId, snapshotId } = insert;
      const released = { ...keys.versionPin(organizationId, snapshotId), snapshotId, versions: {} };
      return [replaceKnown(table, released)];
    }
    case 'number':
      return [takeNumber(table, insert.number)];
    case 'chunk':
      return [insertNew(table, { ...keys.chunk(insert.certificationEventId, insert.revision, insert.chunk) })];
  }
};
