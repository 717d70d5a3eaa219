import { type AttributeValues, nativeItem } from '../engine/attribute-values.ts';
import type { MeteredRequest } from '../engine/meter.ts';
import { named } from './names.ts';

const shown = (values: AttributeValues | undefined, partition: string, sort: string): string => {
  const item = nativeItem(values ?? {});
  const [pk, sk] = [item[partition], item[sort]].map((key) =>
    typeof key === 'string' ? `\`${named(key)}\`` : undefined,
  );
  return [pk, sk].filter((key) => key !== undefined).join(' / ');
};

const queried = ({ IndexName, KeyConditionExpression, ExpressionAttributeValues }: MeteredRequest['wire']): string => {
  const test = KeyConditionExpression?.includes('begins_with') ? '…' : '';
  const upTo = KeyConditionExpression?.includes('<=') ? 'up to ' : '';
  const keys = shown(ExpressionAttributeValues, ':pk', ':sk').replace(' / ', ` / ${upTo}`);
  return `${IndexName === undefined ? '' : `${IndexName} `}${keys}${test}`;
};

const written = ({ TransactItems = [] }: MeteredRequest['wire']): string => {
  const each = TransactItems.map(({ Put, Update, ConditionCheck }) => {
    if (Put) return `put ${shown(Put.Item, 'pk', 'sk')}`;
    return Update ? `update ${shown(Update.Key, 'pk', 'sk')}` : `check ${shown(ConditionCheck?.Key, 'pk', 'sk')}`;
  });
  return [...new Set(each)].join('<br>');
};

/** The keys that a request names, in short. */
export const keysOf = ({ operation, wire }: MeteredRequest): string => {
  const consistent = wire.ConsistentRead === true ? ', consistent' : '';
  switch (operation) {
    case 'Query':
      return `Query ${queried(wire)}${consistent}`;
    case 'TransactWriteItems':
      return `Transaction: ${written(wire)}`;
    case 'BatchGetItem': {
      const keys = Object.values(wire.RequestItems ?? {}).flatMap((request) => request.Keys);
      return `Batch ${[...new Set(keys.map((key) => shown(key, 'pk', 'sk')))].join(', ')}, consistent`;
    }
    default:
      return `${operation.replace('Item', '')} ${shown(wire.Key ?? wire.Item, 'pk', 'sk')}${consistent}`;
  }
};
