import { itemBytes } from './item-bytes.ts';
import type { TransactItem } from './writes/transact-item.ts';

const maxItems = 100;
const maxItemBytes = 400 * 1024;
const maxTransactionBytes = 4 * 1024 * 1024;

/** More than one transaction can hold: nothing was sent. Whoever made the commit must cut it into chunks. */
class TransactionTooLarge extends Error {
  constructor(what: string) {
    super(`the transaction is too large: ${what}`);
    this.name = 'TransactionTooLarge';
  }
}

/** Throws TransactionTooLarge before the table would answer the same in vaguer words. */
export const assertTransactionFits = (items: readonly TransactItem[]): void => {
  if (items.length > maxItems) throw new TransactionTooLarge(`${items.length} items, at most ${maxItems}`);
  const puts = items.flatMap(({ Put }) => (Put?.Item ? [Put.Item] : []));
  const sizes = puts.map((item) => ({ name: `${item['pk']} / ${item['sk']}`, bytes: itemBytes(item) }));
  const tooLarge = sizes.find(({ bytes }) => bytes > maxItemBytes);
  if (tooLarge) throw new TransactionTooLarge(`${tooLarge.name} has ${tooLarge.bytes} bytes, at most ${maxItemBytes}`);
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > maxTransactionBytes) throw new TransactionTooLarge(`${total} bytes, at most ${maxTransactionBytes}`);
};
