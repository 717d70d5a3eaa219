import { join } from 'node:path';
import type { DatasetVersion } from '../../domain/dataset/state.ts';
import type { CompletedSnapshot } from '../../domain/snapshot/state.ts';
import type { Caller } from '../caller.ts';
import type { Differences, DifferencesWish } from '../ports/data-comparer.ts';
import type { Page, PageRequest, Store } from '../ports/store.ts';
import { recordShownRows } from '../shown-rows.ts';
import { type ComparisonPorts, compareStates } from './compare.ts';
import type { Compared } from './compared.ts';
import { type KeptComparison, sumOfDifferences } from './kept-comparison.ts';
import { mostDiffering } from './most-differing.ts';

const kinds = { ONLY_HERE: 'ADDED', ONLY_THERE: 'REMOVED', DIFFERENT: 'CHANGED' } as const;

export interface RowDifference {
  readonly dataset: string;
  readonly kind: (typeof kinds)[keyof typeof kinds];
  readonly schoolIds: readonly string[];
  readonly key: Readonly<Record<string, string>>;
  readonly changedColumns: readonly string[];
}

const kindOf = { ADDED: 'ONLY_HERE', REMOVED: 'ONLY_THERE', CHANGED: 'DIFFERENT' } as const;

export interface DiffFilter {
  readonly dataset?: string | undefined;
  readonly kind?: RowDifference['kind'] | undefined;
}

/**
 * What a snapshot holds, told apart by its objects: those of a school are its own. Rows may join or leave it although their
 * dataset was not delivered again, for they belong to it through another.
 */
const versionsOf = async (
  store: Store,
  { districtId, pinned }: CompletedSnapshot,
): Promise<readonly DatasetVersion[]> => {
  const names = Object.fromEntries(pinned.map(({ dataset, version }) => [dataset, version]));
  const versions = await store.datasetVersions(districtId, names);
  return versions.flatMap((version) => {
    const own = pinned.find(({ dataset }) => dataset === version.dataset);
    return own === undefined ? [] : [{ ...version, version: own.object.sha256, object: own.object }];
  });
};

/** Exact, whether all of them are listed or not. */
const totalOf = ({ counts }: KeptComparison, { dataset, kind }: DifferencesWish): number =>
  counts
    .filter((one) => dataset === undefined || one.dataset === dataset)
    .map(({ onlyHere: ONLY_HERE, onlyThere: ONLY_THERE, different: DIFFERENT }) => {
      const found = { ONLY_HERE, ONLY_THERE, DIFFERENT };
      return kind === undefined ? ONLY_HERE + ONLY_THERE + DIFFERENT : found[kind];
    })
    .reduce((sum, count) => sum + count, 0);

/** What a snapshot and an earlier one of the same participant differ in; null when they hold the same. */
export const compareSnapshots = async (ports: ComparisonPorts, { snapshot, against }: Compared) => {
  const [here, there] = await Promise.all([versionsOf(ports.store, snapshot), versionsOf(ports.store, against)]);
  const { districtId, organizationId } = snapshot;
  const schoolId = organizationId === districtId ? null : organizationId;
  return compareStates(ports, { districtId, schoolId, here, there });
};

interface Changes {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

interface DatasetChanges extends Changes {
  readonly dataset: string;
  /** Those in which most rows changed. */
  readonly schools: readonly (Changes & { readonly schoolId: string | null })[];
}

interface DiffPage extends Page<RowDifference> {
  readonly total: number;
  /** False where there are too many to list them all. */
  readonly complete: boolean;
  readonly counts: readonly DatasetChanges[];
}

const none: DiffPage = { items: [], total: 0, next: undefined, counts: [], complete: true };

const countsView = ({ onlyHere, onlyThere, different }: Differences): Changes => ({
  added: onlyHere,
  removed: onlyThere,
  changed: different,
});

const pageOf = async (
  ports: ComparisonPorts,
  comparison: KeptComparison,
  filter: DiffFilter,
  { limit, from }: PageRequest,
): Promise<DiffPage> => {
  const offset = Number(from ?? 0);
  const kind = filter.kind && kindOf[filter.kind];
  const wish: DifferencesWish = { dataset: filter.dataset, kind, offset, limit };
  const { items, total: listed } = await ports.folders.within(async (folder) => {
    const file = join(folder, 'differences.parquet');
    await ports.objects.download('reports', comparison.differences, file);
    return ports.comparer.page(file, wish);
  });
  const end = offset + items.length;
  return {
    items: items.map(
      ({ changed, ...one }): RowDifference => ({ ...one, kind: kinds[one.kind], changedColumns: changed }),
    ),
    total: totalOf(comparison, wish),
    complete: comparison.complete,
    next: end < listed ? String(end) : undefined,
    counts: comparison.counts.map(({ dataset, schools, ...differences }) => ({
      dataset,
      ...countsView(differences),
      schools: mostDiffering(schools).map(({ schoolId, ...own }) => ({ schoolId, ...countsView(own) })),
    })),
  };
};

/** Two snapshots, what they differ in, and what of it is asked for. */
interface Diff {
  readonly compared: Compared;
  readonly comparison: KeptComparison | null;
  readonly filter: DiffFilter;
}

/** One page of the rows of a snapshot that are new, gone or changed against an earlier one, by key. */
export const diffSnapshots = async (
  ports: ComparisonPorts,
  caller: Caller,
  { compared, comparison, filter }: Diff,
  page: PageRequest,
): Promise<DiffPage> => {
  if (comparison === null) return none;
  const { snapshot, against } = compared;
  const { organizationId } = snapshot;
  const about = `SNAPSHOTS ${against.id} ${snapshot.id}`;
  if (sumOfDifferences(comparison.counts) > 0) await recordShownRows(ports, caller, { organizationId, about });
  return pageOf(ports, comparison, filter, page);
};
