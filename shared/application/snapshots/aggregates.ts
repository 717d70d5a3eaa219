import type { CompletedSnapshot } from '../../domain/snapshot/state.ts';
import type { Scene } from '../participants/scene.ts';
import type { Store } from '../ports/store.ts';

/** How many rows of a dataset a snapshot holds, as a whole or of one school, beside those of the year before. */
export interface SnapshotAggregate {
  readonly dataset: string;
  /** Null: the whole of the participant. */
  readonly schoolId: string | null;
  readonly rows: number;
  readonly priorRows: number | null;
  readonly delta: number | null;
  readonly deltaPercent: number | null;
}

type Counts = ReadonlyMap<string, ReadonlyMap<string | null, number>>;

const countsOf = async (store: Store, snapshot: CompletedSnapshot): Promise<Counts> => {
  const { districtId, organizationId, pinned } = snapshot;
  const names = Object.fromEntries(pinned.map(({ dataset, version }) => [dataset, version]));
  const versions = await store.datasetVersions(districtId, names);
  return new Map(
    pinned.map(({ dataset, rows }) => {
      const bySchool = versions.find((version) => version.dataset === dataset)?.rowsBySchool ?? {};
      // A school's own report knows no other school.
      const schools = organizationId === districtId ? Object.entries(bySchool) : [];
      return [dataset, new Map<string | null, number>([[null, rows], ...schools])];
    }),
  );
};

const aggregate = (
  dataset: string,
  schoolId: string | null,
  rows: number,
  priorRows: number | null,
): SnapshotAggregate => {
  const delta = priorRows === null ? null : rows - priorRows;
  const deltaPercent = delta === null || !priorRows ? null : Math.round((1_000 * delta) / priorRows) / 10;
  return { dataset, schoolId, rows, priorRows, delta, deltaPercent };
};

const compared = (now: Counts, before: Counts | null): readonly SnapshotAggregate[] =>
  [...new Set([...now.keys(), ...(before?.keys() ?? [])])].sort().flatMap((dataset) => {
    const [here, there] = [now.get(dataset), before?.get(dataset)];
    const schools = [...new Set([...(here?.keys() ?? []), ...(there?.keys() ?? [])])];
    return schools
      .sort((left, right) => (left ?? '').localeCompare(right ?? ''))
      .map((school) =>
        aggregate(dataset, school, here?.get(school) ?? 0, before === null ? null : (there?.get(school) ?? 0)),
      );
  });

/** The participant's last snapshot of the year before, under the same category: what it was certified on then. */
const yearBefore = async (
  store: Store,
  { certificationEvent, participant }: Scene,
): Promise<CompletedSnapshot | null> => {
  const { reportingYear, categoryId } = certificationEvent.state.published.outline;
  const events = (await store.certificationEvents(reportingYear - 1)).map(({ state }) => state);
  const same = new Set(
    events.filter((one) => 'published' in one && one.published.outline.categoryId === categoryId).map(({ id }) => id),
  );
  const own = (await store.participantsOfDistrict(participant.state.districtId)).map(({ state }) => state);
  const taken = own.find(
    (one) =>
      one.organizationId === participant.state.organizationId &&
      same.has(one.certificationEventId) &&
      one.snapshot?.status === 'COMPLETED',
  );
  const read = taken?.snapshot && (await store.load('snapshot', taken.snapshot.snapshotId));
  return read?.state.status === 'COMPLETED' ? read.state : null;
};

export interface Aggregates {
  readonly prior: CompletedSnapshot | null;
  readonly aggregates: readonly SnapshotAggregate[];
}

/** Counted from what the versions' records say: no row is read. */
export const aggregatesOf = async (store: Store, scene: Scene, snapshot: CompletedSnapshot): Promise<Aggregates> => {
  const prior = await yearBefore(store, scene);
  const before = prior && (await countsOf(store, prior));
  return { prior, aggregates: compared(await countsOf(store, snapshot), before) };
};
