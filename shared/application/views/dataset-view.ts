import { laggingDatasets } from '../../domain/dataset/decide-lanes.ts';
import type { DatasetVersion, OrganizationData, Upload } from '../../domain/dataset/state.ts';
import type { DatasetDeclaration } from '../../engine/declaration.ts';
import { type Instant, millisOf } from '../../kernel/instant.ts';

/** A declaration; its name is its id. */
export const datasetView = (declaration: DatasetDeclaration) => ({ id: declaration.name, ...declaration });

const versionView = (pinned: DatasetVersion | null) =>
  pinned && { version: pinned.version, rows: pinned.rows, acceptedAt: pinned.acceptedAt };

/** Where the two lanes of a district stand. A state copy that is behind says for how long it has been. */
export const dataStatusView = (data: OrganizationData, now: Instant) => {
  const lagging = new Set(laggingDatasets(data));
  return {
    id: data.organizationId,
    organizationId: data.organizationId,
    paused: data.syncPaused,
    datasets: Object.entries(data.datasets).map(([dataset, { district, state, districtChangedAt }]) => {
      const inSync = !lagging.has(dataset);
      const lagSeconds = inSync ? 0 : (millisOf(now) - millisOf(districtChangedAt)) / 1000;
      return { dataset, district: versionView(district), state: versionView(state), lagSeconds, inSync };
    }),
  };
};

const problemsShown = 100;

/** A file on its way, with the first of its problems; the others are a list of their own. */
export const uploadView = ({ key: _key, gzip: _gzip, requestedBy: _requestedBy, problems, ...upload }: Upload) => ({
  ...upload,
  problems: problems.slice(0, problemsShown),
});

export type UploadView = ReturnType<typeof uploadView>;
