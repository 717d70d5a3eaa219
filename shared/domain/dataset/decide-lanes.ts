import type { OrganizationId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { type ByType, dispatch } from '../by-type.ts';
import type { Decision } from '../decision.ts';
import type { OrganizationDataCommand } from './commands.ts';
import type { OrganizationDataHappening, StateCopySynced } from './happenings.ts';
import type { OrganizationData } from './state.ts';

interface LanesContext {
  readonly now: Instant;
}
type LanesDecision = Decision<OrganizationDataHappening>;

/** A district that has not delivered anything yet. */
export const noData = (organizationId: OrganizationId): OrganizationData => ({
  organizationId,
  syncPaused: false,
  datasets: {},
});

/** Datasets whose state copy is behind the district copy. */
export const laggingDatasets = (data: OrganizationData): readonly string[] =>
  Object.entries(data.datasets)
    .filter(([, lanes]) => lanes.state?.version !== lanes.district.version)
    .map(([dataset]) => dataset)
    .sort();

const synced = (datasets: readonly string[], { now }: LanesContext): readonly StateCopySynced[] =>
  datasets.length === 0 ? [] : [{ type: 'StateCopySynced', datasets, at: now }];

const deciders: ByType<OrganizationDataCommand, OrganizationData, LanesContext, LanesDecision> = {
  acceptVersion: (data, { version }, context) => {
    if (data.datasets[version.dataset]?.district.version === version.version) return ok([]);
    const follows = data.syncPaused ? [] : [version.dataset];
    return ok([{ type: 'VersionAccepted', version, at: context.now }, ...synced(follows, context)]);
  },
  syncData: (data, { paused }, context) => {
    if (paused === data.syncPaused) return ok([]);
    return ok(paused ? [{ type: 'SyncPaused' }] : [{ type: 'SyncResumed' }, ...synced(laggingDatasets(data), context)]);
  },
  resyncData: (data, { datasets }, context) => {
    const unknown = datasets?.findIndex((dataset) => data.datasets[dataset] === undefined) ?? -1;
    if (unknown >= 0) return refuse({ code: 'REFERENCE_UNKNOWN', pointer: `/datasets/${unknown}` });
    const asked = laggingDatasets(data).filter((dataset) => datasets?.includes(dataset) ?? true);
    return ok(synced(asked, context));
  },
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
