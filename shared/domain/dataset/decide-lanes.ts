import type { OrganizationId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { type ByType, dispatch } from '../by-type.ts';
import type { Decision } from '../decision.ts';
import type { OrganizationDataCommand } from './commands.ts';
import { decideCleaning } from './decide-cleaning.ts';
import type { OrganizationDataHappening, StateCopySynced } from './happenings.ts';
import type { Refusal } from '../refusal.ts';
import type { ColumnMapping, LanePointers, OrganizationData } from './state.ts';

interface LanesContext {
  readonly now: Instant;
}
type LanesDecision = Decision<OrganizationDataHappening>;

/** A district that has not delivered anything yet. */
export const noData = (organizationId: OrganizationId): OrganizationData => ({
  organizationId,
  syncPaused: false,
  datasets: {},
  columnMappings: {},
  retired: [],
});

const differs = ({ district, state }: LanePointers): boolean =>
  district !== null && state?.version !== district.version;

const namesWhere = (data: OrganizationData, holds: (lanes: LanePointers) => boolean): readonly string[] =>
  Object.entries(data.datasets)
    .filter(([, lanes]) => holds(lanes))
    .map(([dataset]) => dataset)
    .sort();

/** Datasets whose state copy is behind the district copy it follows. */
export const laggingDatasets = (data: OrganizationData): readonly string[] =>
  namesWhere(data, (lanes) => lanes.stateFrom === 'SYNC' && differs(lanes));

/** Datasets a district has a copy of that the state's is not equal to: what it validates is not what is snapshotted. */
export const mismatchedDatasets = (data: OrganizationData): readonly string[] => namesWhere(data, differs);

/** Datasets whose two copies are not the same, for whatever reason. */
export const differingDatasets = (data: OrganizationData): readonly string[] =>
  namesWhere(data, (lanes) => lanes.district?.version !== lanes.state?.version);

const synced = (datasets: readonly string[], { now }: LanesContext): readonly StateCopySynced[] =>
  datasets.length === 0 ? [] : [{ type: 'StateCopySynced', datasets, at: now }];

const deciders: ByType<OrganizationDataCommand, OrganizationData, LanesContext, LanesDecision> = {
  acceptVersion: (data, { version, lane }, context) => {
    const present = data.datasets[version.dataset];
    const inPlace = lane === 'DISTRICT' ? present?.district : present?.state;
    if (inPlace?.version === version.version) return ok([]);
    const follows = lane === 'DISTRICT' && !data.syncPaused && present?.stateFrom !== 'PIPELINE';
    const after = follows ? [version.dataset] : [];
    return ok([{ type: 'VersionAccepted', version, lane, at: context.now }, ...synced(after, context)]);
  },
  syncData: (data, { paused }, context) => {
    if (paused === data.syncPaused) return ok([]);
    return ok(paused ? [{ type: 'SyncPaused' }] : [{ type: 'SyncResumed' }, ...synced(laggingDatasets(data), context)]);
  },
  resyncData: (data, { datasets }, context) => {
    const unknown = datasets?.findIndex((dataset) => (data.datasets[dataset]?.district ?? null) === null) ?? -1;
    if (unknown >= 0) return refuse({ code: 'REFERENCE_UNKNOWN', pointer: `/datasets/${unknown}` });
    const asked =
      datasets === null ? laggingDatasets(data) : namesWhere(data, differs).filter((name) => datasets.includes(name));
    return ok(synced(asked, context));
  },
  mapColumns: (_data, { dataset, mapping, declared }) => {
    if (declared === null) return refuse({ code: 'NOT_FOUND' });
    const wrong = mappingDefect(mapping, declared);
    return wrong === null ? ok([{ type: 'ColumnsMapped', dataset, mapping }]) : refuse(wrong);
  },
  cleanVersions: (data, command, { now }) => decideCleaning(data, command, now),
  recordDeletion: ({ retired }, { keys }) => {
    const gone = retired.filter(({ key, deleting }) => deleting && keys.includes(key));
    return ok(gone.length === 0 ? [] : [{ type: 'VersionsDeleted', keys: gone.map(({ key }) => key) }]);
  },
};

/**
 * A name of a file stands for a declared column. A name that is a declared column already means itself: it can neither
 * stand for another nor be left out.
 */
const mappingDefect = ({ columns, ignored }: ColumnMapping, declared: readonly string[]): Refusal | null => {
  const isDeclared = (title: string): boolean =>
    declared.some((name) => name.toLowerCase() === title.trim().toLowerCase());
  for (const [title, name] of Object.entries(columns)) {
    const pointer = `/columns/${title.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (!declared.includes(name)) return { code: 'REFERENCE_UNKNOWN', pointer };
    if (isDeclared(title)) return { code: 'COLUMN_DECLARED', pointer };
  }
  const left = ignored.findIndex(isDeclared);
  return left < 0 ? null : { code: 'COLUMN_DECLARED', pointer: `/ignored/${left}` };
};

/**
 * The district copy moves with every accepted delivery, the state copy follows at once unless sync is paused; resuming and
 * resync bring it up to date. What is in place already is not moved again.
 */
export const decideOrganizationData = (
  data: OrganizationData,
  command: OrganizationDataCommand,
  context: LanesContext,
): LanesDecision => dispatch(deciders, data, command, context);
