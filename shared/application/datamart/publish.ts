import type { Compaction } from '../../domain/certification-event/state.ts';
import type { DatasetDeclaration } from '../../engine/declaration.ts';
import type { CertificationEventId } from '../../kernel/ids.ts';
import type { PortsWithObjects } from '../ports/ports.ts';
import { allSnapshots } from '../queries/snapshot-schedules.ts';
import { heldNow } from './held.ts';
import { readManifest } from './manifest.ts';
import { datasetView, type Form, recordsView, tableStatement } from './sql.ts';

/** The keys of the objects to read now, by dataset, each once, and in which of the two forms they are. */
interface Lists {
  readonly form: Form;
  readonly keys: ReadonlyMap<string, readonly string[]>;
}

const pinnedLists = async ({ store }: PortsWithObjects, id: CertificationEventId): Promise<Lists> => {
  const held = [...heldNow(await allSnapshots(store, id))];
  return {
    form: 'PINNED',
    keys: new Map(
      held.map(([dataset, versions]) => [
        dataset,
        [...new Set(versions.map(({ pinned }) => pinned.object.key))].sort(),
      ]),
    ),
  };
};

const compactedLists = async (ports: PortsWithObjects, { manifest }: Compaction): Promise<Lists> => {
  const byDataset = Map.groupBy(await readManifest(ports, manifest.key), ({ dataset }) => dataset);
  return {
    form: 'COMPACTED',
    keys: new Map([...byDataset].map(([dataset, written]) => [dataset, written.map(({ object }) => object.key)])),
  };
};

/** What is committed says it: what snapshots pin, or what was made of it after the close; nothing of what is being deleted. */
const listsNow = async (ports: PortsWithObjects, id: CertificationEventId): Promise<Lists> => {
  const state = (await ports.store.load('certificationEvent', id))?.state;
  if (state?.status === 'CLOSED' && state.deletion !== null) return { form: 'PINNED', keys: new Map() };
  const compaction = state?.status === 'CLOSED' ? state.compaction : null;
  return compaction === null ? pinnedLists(ports, id) : compactedLists(ports, compaction);
};

const textOf = ({ form, keys }: Lists): string => JSON.stringify([form, ...keys]);

const folderOf = (dataset: string): string => `datamart/${dataset}/`;

/** Where the list of a dataset's objects lies: a partition of its table, found by the name of the certification event. */
const listKey = (dataset: string, id: CertificationEventId): string =>
  `${folderOf(dataset)}certification_event=${id}/objects.txt`;

const statementsKey = (id: CertificationEventId): string => `datamart/statements/${id}.sql`;

const statementsFor = (
  { objects }: PortsWithObjects,
  id: CertificationEventId,
  declarations: readonly DatasetDeclaration[],
  form: Form,
): string =>
  [
    ...declarations.map((declaration) =>
      tableStatement(declaration, objects.addressOf('data', folderOf(declaration.name))),
    ),
    ...declarations.map((declaration) => datasetView(declaration, id, form)),
    recordsView(declarations, id),
  ]
    .map((statement) => `${statement};\n`)
    .join('\n');

const write = async (
  ports: PortsWithObjects,
  id: CertificationEventId,
  { form, keys: lists }: Lists,
): Promise<void> => {
  const { objects, store } = ports;
  for (const [dataset, keys] of lists) {
    const lines = keys.map((key) => `${objects.addressOf('data', key)}\n`);
    await objects.replaceText('data', listKey(dataset, id), lines.join(''), 'text/plain');
  }
  const declared = (await store.datasets()).map(({ state }) => state);
  const declarations = declared.filter(({ name }) => lists.has(name));
  const text = statementsFor(ports, id, declarations, form);
  await objects.replaceText('data', statementsKey(id), text, 'application/sql');
};

/**
 * Registers what the snapshots of a certification event pin as partitions of the datamart: no row is copied; once compacted,
 * what was made of it. Others may do the same at the same time, so whoever wrote looks again: the last to write has seen
 * everything that was there before. Lists come before statements, whose views of compacted objects read no others.
 */
export const publishDatamart = async (ports: PortsWithObjects, id: CertificationEventId): Promise<void> => {
  for (let lists = await listsNow(ports, id); lists.keys.size > 0; ) {
    await write(ports, id, lists);
    const now = await listsNow(ports, id);
    if (textOf(now) === textOf(lists)) return;
    lists = now;
  }
};
