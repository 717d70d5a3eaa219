import type { DatasetDeclaration } from '../../engine/declaration.ts';
import type { CertificationEventId } from '../../kernel/ids.ts';
import type { Store } from '../ports/store.ts';
import { allSnapshots } from '../queries/snapshot-schedules.ts';
import { type HeldVersion, heldNow } from './held.ts';
import { viewColumns, viewName } from './sql.ts';

const datamartView = (id: CertificationEventId, declaration: DatasetDeclaration, held: readonly HeldVersion[]) => {
  // Two snapshots may pin the same object, which the view reads once.
  const objects = new Map(held.map(({ pinned }) => [pinned.object.key, pinned]));
  const view = viewName(id, declaration.name);
  return {
    id: view,
    view,
    dataset: declaration.name,
    title: declaration.title,
    columns: viewColumns(declaration),
    rows: [...objects.values()].reduce((sum, { rows }) => sum + rows, 0),
    snapshots: held.length,
    updatedAt: held.reduce((latest, { snapshot }) => (snapshot.takenAt > latest ? snapshot.takenAt : latest), ''),
  };
};

/** The views in which analysts find what a certification event's snapshots hold now; none before there is a snapshot. */
export const datamartViews = async (store: Store, id: CertificationEventId) => {
  const [snapshots, declared] = await Promise.all([allSnapshots(store, id), store.datasets()]);
  const held = heldNow(snapshots);
  return declared
    .map(({ state }) => state)
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((declaration) => {
      const versions = held.get(declaration.name);
      return versions === undefined ? [] : [datamartView(id, declaration, versions)];
    });
};
