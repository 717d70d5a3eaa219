import { mismatchedDatasets } from '../../domain/dataset/decide-lanes.ts';
import type { DatasetVersion, OrganizationData } from '../../domain/dataset/state.ts';
import type { Participant } from '../../domain/participant/state.ts';
import type { Store } from '../ports/store.ts';

/** Of a school its own rows; null where the dataset does not tell schools apart, or there is no copy. */
const rowsOf = (version: DatasetVersion | null, { organizationId, districtId }: Participant): number | null => {
  if (version === null || organizationId === districtId) return version?.rows ?? null;
  return version.rowsBySchool[organizationId] ?? null;
};

/**
 * Of which datasets the district's copy is not the state's, which is what a snapshot freezes. It only warns: a state may
 * hold sync back on purpose. Which rows differ is the reconciliation's to say.
 */
export const differingCopies = (data: OrganizationData | undefined, participant: Participant) =>
  data === undefined
    ? []
    : mismatchedDatasets(data).map((dataset) => ({
        dataset,
        districtRows: rowsOf(data.datasets[dataset]?.district ?? null, participant),
        stateRows: rowsOf(data.datasets[dataset]?.state ?? null, participant),
      }));

/** The same for the answer to a command, which has not read the copies yet. */
export const differingCopiesNow = async (store: Store, participant: Participant) =>
  differingCopies((await store.load('organizationData', participant.districtId))?.state, participant);
