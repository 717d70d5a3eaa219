import type { DatasetDeclaration } from '../../engine/declaration.ts';
import type { CertificationEventId } from '../../kernel/ids.ts';
import type { PortsWithObjects } from '../ports/ports.ts';
import { allSnapshots } from '../queries/snapshot-schedules.ts';
import { heldNow } from './held.ts';
import { datasetView, recordsView, tableStatement } from './sql.ts';

/** The keys of the objects that hold now, by dataset, each once. */
type Lists = ReadonlyMap<string, readonly string[]>;

const listsNow = async ({ store }: PortsWithObjects, id: CertificationEventId): Promise<Lists> => {
  const held = heldNow(await allSnapshots(store, id));
  return new Map(
    [...held].map(([dataset, versions]) => [
      dataset,
      [...new Set(versions.map(({ pinned }) => pinned.object.key))].sort(),
    ]),
  );
};

const folderOf = (dataset: string): string => `datamart/${dataset}/`;

/** Where the list of a dataset's objects lies: a partition of its table, found by the name of the certification event. */
const listKey = (dataset: string, id: CertificationEventId): string =>
  `${folderOf(dataset)}certification_event=${id}/objects.txt`;

const statementsKey = (id: CertificationEventId): string => `datamart/statements/${id}.sql`;

const statementsFor = (
  { objects }: PortsWithObjects,
  id: CertificationEventId,
  declarations: readonly DatasetDeclaration[],
): string =>
  [
    ...declarations.map((declaration) =>
      tableStatement(declaration, objects.addressOf('data', folderOf(declaration.name))),
    ),
    ...declarations.map((declaration) => datasetView(declaration, id)),
    recordsView(declarations, id),
  ]
    .map((statement) => `${statement};\n`)
    .join('\n');

const write = async (ports: PortsWithObjects, id: CertificationEventId, lists: Lists): Promise<void> => {
  const { objects, store } = ports;
  for (const [dataset, keys] of lists) {
    const lines = keys.map((key) => `${objects.addressOf('data', key)}\n`);
    await objects.replaceText('data', listKey(dataset, id), lines.join(''), 'text/plain');
  }
  const declared = (await store.datasets()).map(({ state }) => state);
  const declarations = declared.filter(({ name }) => lists.has(name));
  const text = statementsFor(ports, id, declarations);
  await objects.replaceText('data', statementsKey(id), text, 'application/sql');
};

/**
 * Registers what the snapshots of a certification event pin as partitions of the datamart: no row is copied. Others may do
 * the same at the same time, so whoever wrote looks again: the last to write has seen everything that was there before.
 */
export const publishDatamart = async (ports: PortsWithObjects, id: CertificationEventId): Promise<void> => {
  for (let lists = await listsNow(ports, id); lists.size > 0; ) {
    await write(ports, id, lists);
    const now = await listsNow(ports, id);
    if (JSON.stringify([...now]) === JSON.stringify([...lists])) return;
    lists = now;
  }
};
