import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { TableRow, TableRows } from '../../application/ports/table-rows.ts';
import { certificationEventId } from '../../kernel/ids.ts';
import { bodyOf } from './body-parts.ts';
import { bodyIdIn, certificationEventIdIn, type ItemKind, kindOfItem } from './item-kinds.ts';
import type { Item } from './parse-item.ts';
import { rowIn } from './row-in.ts';
import type { Table } from './table.ts';

type View = Extract<TableRow, { readonly row: 'view' }>;
type RunRow = Extract<TableRow, { readonly row: 'entity'; readonly entity: 'run' }>;

const nameOf = (item: Item): string => `${String(item['pk'])} / ${String(item['sk'])}`;

/** DynamoDB Local looks at everything that is left for each page, so the whole of a big table is nothing to ask it for. */
const segments = 32;

async function* itemsOf(table: Table): AsyncIterable<Item> {
  for (let segment = 0; segment < segments; segment += 1) yield* segmentOf(table, segment);
}

/** A share of the partitions, each of them whole. */
async function* segmentOf(table: Table, segment: number): AsyncIterable<Item> {
  let from: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await table.client.send(
      new ScanCommand({
        TableName: table.name,
        ConsistentRead: true,
        Segment: segment,
        TotalSegments: segments,
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      }),
    );
    yield* Items;
    from = LastEvaluatedKey;
  } while (from !== undefined);
}

/** Damage is told as a row of its own, so that one item hides none of the others. */
const damaged = (item: Item, fault: unknown): TableRow => ({
  row: 'damaged',
  problem: fault instanceof Error ? fault.message : `item ${nameOf(item)} cannot be read`,
});

const read = (kind: Exclude<ItemKind, 'body'>, item: Item): TableRow | null => {
  try {
    return rowIn(kind, item);
  } catch (fault) {
    return damaged(item, fault);
  }
};

const bodyRow = (parts: readonly Item[]): TableRow => {
  const [first = {}] = parts;
  const bodyId = bodyIdIn(String(first['sk']));
  try {
    const event = certificationEventId(certificationEventIdIn(String(first['pk'])) ?? '');
    const sorted = parts.toSorted((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1));
    return { row: 'body', certificationEventId: event, bodyId, body: bodyOf(sorted, bodyId) };
  } catch (fault) {
    return damaged(first, fault);
  }
};

/** Gives views the certification event of their run, whichever of the two comes first. They lie in one partition. */
class Disclosures {
  readonly #waiting = new Map<string, View[]>();
  #run: RunRow | undefined;

  placed(view: View): readonly View[] {
    const { runId } = view.view;
    if (this.#run?.state.id === runId) return [{ ...view, certificationEventId: this.#run.state.certificationEventId }];
    this.#waiting.set(runId, [...(this.#waiting.get(runId) ?? []), view]);
    return [];
  }

  of(run: RunRow): readonly View[] {
    this.#run = run;
    const views = this.#waiting.get(run.state.id) ?? [];
    this.#waiting.delete(run.state.id);
    return views.map((view) => ({ ...view, certificationEventId: run.state.certificationEventId }));
  }

  rest(): readonly View[] {
    return [...this.#waiting.values()].flat();
  }
}

/** Reads the whole table, strongly consistent, a page at a time. It is for operators: a Scan has no place in a request. */
export const createTableRows = (table: Table): TableRows => ({
  async *all() {
    const bodies = new Map<string, Item[]>();
    const disclosures = new Disclosures();
    for await (const item of itemsOf(table)) {
      const kind = kindOfItem({ pk: String(item['pk']), sk: String(item['sk']) });
      if (kind === undefined) yield damaged(item, new Error(`item ${nameOf(item)} is of no known kind`));
      else if (kind === 'body') {
        const name = `${String(item['pk'])} ${bodyIdIn(String(item['sk']))}`;
        bodies.set(name, [...(bodies.get(name) ?? []), item]);
      } else {
        const row = read(kind, item);
        if (row?.row === 'view') yield* disclosures.placed(row);
        else if (row !== null) yield row;
        if (row?.row === 'entity' && row.entity === 'run') yield* disclosures.of(row);
      }
    }
    for (const parts of bodies.values()) yield bodyRow(parts);
    yield* disclosures.rest();
  },
});
