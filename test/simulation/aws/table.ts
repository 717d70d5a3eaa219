import { tableSchema } from '../../../shared/adapters/dynamodb/table-schema.ts';
import type { AttributeValues } from '../../contract/engine/attribute-values.ts';
import { holds } from './expression.ts';
import { type IndexName, Items } from './items.ts';
import { Refusal } from './refusal.ts';
import { updated } from './update.ts';

interface Conditional {
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: AttributeValues;
}

export type PutRequest = Conditional & { readonly Item: AttributeValues };
export type UpdateRequest = Conditional & { readonly Key: AttributeValues; readonly UpdateExpression: string };
export type CheckRequest = Conditional & { readonly Key: AttributeValues };

export type TransactWrite =
  | { readonly Put: PutRequest }
  | { readonly Update: UpdateRequest }
  | { readonly ConditionCheck: CheckRequest };

export interface TransactRequest {
  readonly TransactItems: readonly TransactWrite[];
  readonly ClientRequestToken?: string;
}

/** What the world lets a table know: the time, how late an index is, and who wants to hear of new items. */
export interface TableWorld {
  readonly now: () => number;
  readonly lagMillis: (index: IndexName) => number;
  readonly onInsert: (item: AttributeValues) => void;
  /** Told of every write in the order of the writes. */
  readonly onWrite?: (item: AttributeValues) => void;
}

const mostItems = 100;
const mostItemBytes = 400 * 1024;
const tokenMillis = 10 * 60_000;

const givenIn = ({ ExpressionAttributeNames = {}, ExpressionAttributeValues = {} }: Conditional) => ({
  names: ExpressionAttributeNames,
  values: ExpressionAttributeValues,
});

const requestIn = (write: TransactWrite): Conditional => {
  if ('Put' in write) return write.Put;
  return 'Update' in write ? write.Update : write.ConditionCheck;
};

export const keyIn = (write: TransactWrite): AttributeValues => {
  if (!('Put' in write)) return 'Update' in write ? write.Update.Key : write.ConditionCheck.Key;
  const { pk, sk } = write.Put.Item;
  return { ...(pk && { pk }), ...(sk && { sk }) };
};

const nameOf = (write: TransactWrite): string => {
  const { pk, sk } = keyIn(write);
  return JSON.stringify([pk, sk]);
};

const invalid = (why: string) => new Refusal('ValidationException', 400, { message: why });

/** The one table, in memory: conditions, transactions, late indexes, and a stream of what is new. */
export class SimulatedTable {
  readonly items: Items;
  readonly #world: TableWorld;
  readonly #tokens = new Map<string, { readonly text: string; readonly until: number }>();

  constructor(world: TableWorld, from?: Items) {
    this.#world = world;
    this.items = new Items(from);
  }

  put(request: PutRequest): void {
    this.#one({ Put: request });
  }

  update(request: UpdateRequest): AttributeValues | undefined {
    this.#one({ Update: request });
    return this.items.get(request.Key);
  }

  transact({ TransactItems, ClientRequestToken }: TransactRequest): void {
    if (TransactItems.length > mostItems) throw invalid('a transaction of more than 100 items');
    if (new Set(TransactItems.map(nameOf)).size < TransactItems.length) throw invalid('an item stands twice');
    if (this.#isRepeat(ClientRequestToken, JSON.stringify(TransactItems))) return;
    const reasons = TransactItems.map((write) => ({ Code: this.#holds(write) ? 'None' : 'ConditionalCheckFailed' }));
    if (reasons.some(({ Code }) => Code !== 'None'))
      throw new Refusal('TransactionCanceledException', 400, { CancellationReasons: reasons });
    for (const write of TransactItems) this.#write(write);
  }

  #isRepeat(token: string | undefined, text: string): boolean {
    if (token === undefined) return false;
    const known = this.#tokens.get(token);
    if (known !== undefined && known.until > this.#world.now()) {
      if (known.text !== text) throw new Refusal('IdempotentParameterMismatchException');
      return true;
    }
    return false;
  }

  /** A token counts once its transaction was written. */
  remember({ TransactItems, ClientRequestToken }: TransactRequest): void {
    if (ClientRequestToken !== undefined)
      this.#tokens.set(ClientRequestToken, {
        text: JSON.stringify(TransactItems),
        until: this.#world.now() + tokenMillis,
      });
  }

  #one(write: TransactWrite): void {
    if (!this.#holds(write)) throw new Refusal('ConditionalCheckFailedException');
    this.#write(write);
  }

  #holds(write: TransactWrite): boolean {
    const request = requestIn(write);
    return holds(request.ConditionExpression, this.items.get(keyIn(write)), givenIn(request));
  }

  #write(write: TransactWrite): void {
    if ('ConditionCheck' in write) return;
    const before = this.items.get(keyIn(write));
    const after =
      'Put' in write
        ? write.Put.Item
        : updated(write.Update.UpdateExpression, before, write.Update.Key, givenIn(write.Update));
    if (JSON.stringify(after).length > mostItemBytes) throw invalid('an item of more than 400 KB');
    const now = this.#world.now();
    this.items.put(after, now, this.#world.lagMillis);
    this.#world.onWrite?.(after);
    if (before === undefined) this.#world.onInsert(after);
  }
}

export const { partitionKey, sortKey, indexes } = tableSchema;
