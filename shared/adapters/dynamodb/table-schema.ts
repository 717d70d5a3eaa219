import { type IndexName, outboxKeyPrefix, type TableKey } from './keys.ts';

interface IndexSchema {
  readonly name: IndexName;
  readonly partitionKey: `${Lowercase<IndexName>}pk`;
  readonly sortKey: `${Lowercase<IndexName>}sk`;
}

/**
 * The one table as one value: the deployed table, the table of the tests and the adapter's queries are made of it.
 * Every key attribute is a string. The indexes are sparse and carry whole items, so that a list is one Query.
 */
export const tableSchema = {
  partitionKey: 'pk',
  sortKey: 'sk',
  indexes: [
    { name: 'GSI1', partitionKey: 'gsi1pk', sortKey: 'gsi1sk' },
    { name: 'GSI2', partitionKey: 'gsi2pk', sortKey: 'gsi2sk' },
    { name: 'GSI3', partitionKey: 'gsi3pk', sortKey: 'gsi3sk' },
  ],
  indexProjection: 'ALL',
  timeToLiveAttribute: 'expiresAt',
  streamView: 'NEW_IMAGE',
} as const satisfies {
  readonly partitionKey: keyof TableKey;
  readonly sortKey: keyof TableKey;
  readonly indexes: readonly IndexSchema[];
  readonly indexProjection: 'ALL';
  readonly timeToLiveAttribute: string;
  readonly streamView: 'NEW_IMAGE';
};

/** Event source filter of the outbox relay: new outbox rows and nothing else (ruling E). */
export const outboxStreamFilter = {
  eventName: ['INSERT'],
  dynamodb: { Keys: { [tableSchema.partitionKey]: { S: [{ prefix: outboxKeyPrefix }] } } },
} as const;
