import type { Due, DueList, DueWork } from '../../application/ports/due-list.ts';
import { fromItem } from './entity-form.ts';
import { forms } from './forms.ts';
import { kindOfDueRow, partitions } from './keys.ts';
import { leaseIn } from './leases.ts';
import { outboxRowIn } from './outbox-rows.ts';
import { type Item, MalformedItem } from './parse-item.ts';
import { queryFirst } from './read-items.ts';
import type { Table } from './table.ts';
import { openWaitIn } from './waits.ts';

const rowsOfShard = 50;

const workIn = (item: Item): DueWork | undefined => {
  const kind = kindOfDueRow({ pk: String(item['pk']), sk: String(item['sk']) });
  switch (kind) {
    case 'OUTBOX':
      return { kind, row: outboxRowIn(item) };
    case 'TIMER':
      return { kind, timer: fromItem(forms.timer, item) };
    case 'LEASE':
      return { kind, lease: leaseIn(item) };
    case 'WAIT': {
      const wait = openWaitIn(item);
      return wait && { kind, wait };
    }
    case 'SNAPSHOT':
      return { kind, snapshotId: fromItem(forms.snapshot, item).state.id };
    case 'UPLOAD':
      return { kind, uploadId: fromItem(forms.upload, item).state.id };
    case undefined:
      throw new Error(`item ${String(item['pk'])} / ${String(item['sk'])} does not belong into the due list`);
  }
};

const read = (item: Item): Pick<Due, 'work' | 'damaged'> => {
  try {
    const work = workIn(item);
    return { work: work ? [work] : [], damaged: [] };
  } catch (fault) {
    if (fault instanceof MalformedItem) return { work: [], damaged: [fault.message] };
    throw fault;
  }
};

export const createDueList = (table: Table): DueList => ({
  async due(now) {
    const [dead, ...shards] = await Promise.all([
      queryFirst(table, partitions.givenUp(), rowsOfShard),
      ...partitions.due().map((partition) => queryFirst(table, partition, rowsOfShard, { upTo: now })),
    ]);
    const givenUp = dead.map(read);
    const rows = shards
      .flat()
      .toSorted((left, right) => (String(left['gsi3sk']) < String(right['gsi3sk']) ? -1 : 1))
      .map(read);
    return {
      work: rows.flatMap(({ work }) => work),
      givenUp: givenUp.flatMap(({ work }) => work.flatMap((one) => (one.kind === 'OUTBOX' ? [one.row] : []))),
      damaged: [...rows, ...givenUp].flatMap(({ damaged }) => damaged),
    };
  },
});
