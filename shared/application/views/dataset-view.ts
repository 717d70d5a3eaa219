import { differingDatasets, laggingDatasets } from '../../domain/dataset/decide-lanes.ts';
import { adviceFor } from '../../domain/dataset/problem-advice.ts';
import type { DatasetVersion, OrganizationData, Upload, UploadProblem } from '../../domain/dataset/state.ts';
import type { DatasetDeclaration } from '../../engine/declaration.ts';
import { type Instant, millisOf } from '../../kernel/instant.ts';

/** A declaration; its name is its id. */
export const datasetView = (declaration: DatasetDeclaration) => ({
  id: declaration.name,
  ...declaration,
  retired: declaration.retired === true,
});

const versionView = (pinned: DatasetVersion | null) =>
  pinned && { version: pinned.version, rows: pinned.rows, acceptedAt: pinned.acceptedAt };

/** Where the two lanes of a district stand. A state copy that is behind says for how long it has been. */
export const dataStatusView = (data: OrganizationData, now: Instant) => {
  const lagging = new Set(laggingDatasets(data));
  const differing = new Set(differingDatasets(data));
  return {
    id: data.organizationId,
    organizationId: data.organizationId,
    paused: data.syncPaused,
    datasets: Object.entries(data.datasets).map(([dataset, { district, state, districtChangedAt, stateFrom }]) => {
      const inSync = !differing.has(dataset);
      const behindSince = lagging.has(dataset) ? districtChangedAt : null;
      const lagSeconds = behindSince === null ? 0 : (millisOf(now) - millisOf(behindSince)) / 1000;
      return { dataset, district: versionView(district), state: versionView(state), lagSeconds, inSync, stateFrom };
    }),
    columnMappings: Object.entries(data.columnMappings).map(([dataset, mapping]) => ({ dataset, ...mapping })),
  };
};

const problemsShown = 100;

/** What is wrong, where, and what its sender does about it. */
export const problemView = (problem: UploadProblem) => ({ ...problem, advice: adviceFor(problem.code) });

/** A file on its way, with the first of its problems; the others are a list of their own. */
export const uploadView = (upload: Upload) => {
  const { key: _key, gzip: _gzip, requestedBy: _by, atHandSince: _since, requeues: _requeues, ...shown } = upload;
  const { refused, problems, ...rest } = shown;
  return {
    ...rest,
    refusedRows: refused?.rows ?? 0,
    problems: problems.slice(0, problemsShown).map(problemView),
  };
};

export type UploadView = ReturnType<typeof uploadView>;
