import type { Found, Invariant, Part } from '../invariant.ts';

const misplaced = ({ own }: Part): Found => [
  ...own.of('snapshot').flatMap(({ state }) => {
    if (state.status !== 'COMPLETED') return [];
    const folder = `snapshots/${state.certificationEventId}/${state.organizationId}/${state.id}/`;
    const isDistrict = state.organizationId === state.districtId;
    const foreign = state.pinned.filter(
      ({ dataset, object }) =>
        !object.key.startsWith(isDistrict ? `lanes/${dataset}/${state.districtId}/` : `${folder}${dataset}-`),
    );
    return [
      ...foreign.map(({ dataset }) => `snapshot/${state.id}: its ${dataset} is not of ${state.organizationId}`),
      ...(state.manifest.key.startsWith(folder) ? [] : [`snapshot/${state.id}: its manifest lies elsewhere`]),
    ];
  }),
  ...own
    .of('run')
    .filter(({ state }) => state.status === 'COMPLETED' && !state.findings.key.startsWith(`runs/${state.id}/`))
    .map(({ state }) => `run/${state.id}: its findings lie elsewhere`),
  ...own
    .rows('datasetVersion')
    .filter(
      ({ organizationId, version }) => !version.object.key.startsWith(`lanes/${version.dataset}/${organizationId}/`),
    )
    .map(
      ({ organizationId, version }) =>
        `${organizationId}/${version.dataset}: version ${version.version} lies elsewhere`,
    ),
];

/**
 * Whose objects they are: a district's snapshot is made of its lanes, a school's of objects of its own. That a school's run
 * reads the school's rows alone is shown by `shared/engine/run`.
 */
export const onlyOwnRows: Invariant = {
  number: 20,
  slug: 'only-own-rows',
  sentence: 'A snapshot or report is made of the data of its own district, that of a school of objects of its own.',
  check: misplaced,
};
