import { chainOf } from '../../../application/audit/chain.ts';
import type { EntityName } from '../../../application/entities.ts';
import type { Commit, VersionCheckOf } from '../../../application/ports/unit-of-work.ts';
import { forms } from '../forms.ts';
import type { Table } from '../table.ts';
import type { TransactItem } from './transact-item.ts';

const versionCheck = <Name extends EntityName>(
  table: Table,
  { entity, key, version }: VersionCheckOf<Name>,
): TransactItem => ({
  ConditionCheck: {
    TableName: table.name,
    Key: { ...forms[entity].key(key) },
    ...(version === null
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'version = :version', ExpressionAttributeValues: { ':version': version } }),
  },
});

/** A transaction may name an item once: what it writes itself is left to the condition of that write. */
export const versionChecks = (
  table: Table,
  { checks = [], transitions }: Pick<Commit, 'checks' | 'transitions'>,
): readonly TransactItem[] => {
  const written = new Set(transitions.map(({ entity, key }) => chainOf(entity, key)));
  return checks
    .filter(({ entity, key }) => !written.has(chainOf(entity, key)))
    .map((check) => versionCheck(table, check));
};
