import { tableSchema } from '../../../shared/adapters/dynamodb/table-schema.ts';
import type { AttributeValues } from '../../contract/engine/attribute-values.ts';
import { textAt } from './values.ts';

type Partition = Map<string, AttributeValues>;
export type IndexName = (typeof tableSchema.indexes)[number]['name'];

interface Pending {
  readonly visibleAt: number;
  readonly key: string;
  readonly item: AttributeValues;
}

export const required = (item: AttributeValues, name: string): string => {
  const text = textAt(item, name);
  if (text === undefined || text === '') throw new Error(`an item without ${name}`);
  return text;
};

const keyOf = (item: AttributeValues): string =>
  JSON.stringify([required(item, tableSchema.partitionKey), required(item, tableSchema.sortKey)]);

const copyOf = (partitions: ReadonlyMap<string, Partition>): Map<string, Partition> =>
  new Map([...partitions].map(([name, items]) => [name, new Map(items)]));

/** One index: it learns of every write in order, but late. */
class Index {
  readonly #partitionKey: string;
  readonly #partitions: Map<string, Partition>;
  readonly #pending: Pending[] = [];
  readonly #placeOf = new Map<string, string>();

  constructor(partitionKey: string, from?: Index) {
    this.#partitionKey = partitionKey;
    this.#partitions = copyOf(from?.settled() ?? new Map());
    for (const [name, items] of this.#partitions) for (const key of items.keys()) this.#placeOf.set(key, name);
  }

  learn(item: AttributeValues, now: number, lagMillis: number): void {
    const last = this.#pending.at(-1)?.visibleAt ?? -Infinity;
    const visibleAt = lagMillis === 0 ? last : Math.max(now + lagMillis, last);
    this.#pending.push({ visibleAt, key: keyOf(item), item });
  }

  settled(): ReadonlyMap<string, Partition> {
    return this.at(Infinity);
  }

  at(now: number): ReadonlyMap<string, Partition> {
    for (let next = this.#pending[0]; next !== undefined && next.visibleAt <= now; next = this.#pending[0]) {
      this.#pending.shift();
      this.#place(next);
    }
    return this.#partitions;
  }

  #place({ key, item }: Pending): void {
    const before = this.#placeOf.get(key);
    if (before !== undefined) this.#partitions.get(before)?.delete(key);
    this.#placeOf.delete(key);
    const name = textAt(item, this.#partitionKey);
    if (name === undefined) return;
    const partition = this.#partitions.get(name) ?? new Map();
    this.#partitions.set(name, partition.set(key, item));
    this.#placeOf.set(key, name);
  }
}

/** What lies in the table and what its indexes show of it. An item is never changed, only replaced. */
export class Items {
  readonly #base: Map<string, Partition>;
  readonly #indexes: ReadonlyMap<IndexName, Index>;

  constructor(from?: Items) {
    this.#base = copyOf(from ? from.#base : new Map());
    const indexesBefore = from ? from.#indexes : new Map<IndexName, Index>();
    this.#indexes = new Map(
      tableSchema.indexes.map(({ name, partitionKey }) => [name, new Index(partitionKey, indexesBefore.get(name))]),
    );
  }

  get(key: AttributeValues): AttributeValues | undefined {
    return this.#base.get(required(key, tableSchema.partitionKey))?.get(required(key, tableSchema.sortKey));
  }

  put(item: AttributeValues, now: number, lagMillis: (index: IndexName) => number): void {
    const name = required(item, tableSchema.partitionKey);
    const partition = this.#base.get(name) ?? new Map();
    this.#base.set(name, partition.set(required(item, tableSchema.sortKey), item));
    for (const [indexName, index] of this.#indexes) index.learn(item, now, lagMillis(indexName));
  }

  partition(name: string): readonly AttributeValues[] {
    return [...(this.#base.get(name)?.values() ?? [])];
  }

  inIndex(index: IndexName, name: string, now: number): readonly AttributeValues[] {
    return [...(this.#indexes.get(index)?.at(now).get(name)?.values() ?? [])];
  }

  all(): readonly AttributeValues[] {
    return [...this.#base.values()].flatMap((partition) => [...partition.values()]);
  }
}
