import type { TableRow } from '../../../shared/application/ports/table-rows.ts';
import type { Upload } from '../../../shared/domain/dataset/state.ts';
import { chainOfRow } from '../../../shared/verification/chain-of-row.ts';
import { textAt } from '../../../shared/verification/fields.ts';
import type { Step } from '../../../shared/verification/replay.ts';
import { type Tables, tablesOf } from '../../../shared/verification/tables.ts';
import type { World } from '../world/world.ts';
import { Contents, type LaneName, laneNames, rowsAfter, versionIn } from './contents.ts';
import type { Dispatches } from './dispatches.ts';

type Wrong = readonly string[];

const unless = (holds: boolean, sentence: string): Wrong => (holds ? [] : [sentence]);

const hasEnded = (status: string | undefined): boolean => status === 'ACCEPTED' || status === 'REFUSED';

const codesOf = ({ problems }: Upload): readonly string[] => problems.map(({ code }) => code);

/** Why a file may have been refused that has nothing wrong with it. */
const isExcused = (upload: Upload, dispatches: Dispatches, befell: ReadonlyMap<string, number>): boolean => {
  const codes = codesOf(upload);
  if (codes.includes('NOT_CHECKED')) return befell.size > 0;
  if (codes.includes('NO_BASE')) return upload.delivery === 'DELTA';
  return codes.includes('FILE_CHANGED') && isExchanged(upload, dispatches);
};

const isExchanged = ({ id, key }: Upload, dispatches: Dispatches): boolean =>
  dispatches.exchanged.has(id) || dispatches.timesDropped(key) > 1;

/** Every file has come to the end that it deserves, once; whoever was told of an end was told of this one. */
const wrongUploads = (tables: Tables, dispatches: Dispatches, befell: ReadonlyMap<string, number>): Wrong =>
  tables.of('upload').flatMap((row) => {
    const { state: upload } = row;
    const { id, status } = upload;
    const content = dispatches.parcelOf(upload)?.content;
    if (content === undefined) return [`upload ${id}: nobody has sent this file`];
    const steps = tables.history(chainOfRow(row));
    const firstEnd = steps.findIndex(({ after }) => hasEnded(textAt(after, 'status')));
    const isMalformed = content.kind === 'MALFORMED';
    const isRightlyRefused = isMalformed && codesOf(upload).includes(content.code);
    const told = dispatches.told.filter((one) => one.id === id && hasEnded(one.status));
    return [
      ...unless(status === 'CREATED' || hasEnded(status), `upload ${id}: it is ${status} for ever`),
      ...unless(!hasEnded(status) || firstEnd === steps.length - 1, `upload ${id}: it ended more than once`),
      ...unless(status !== 'ACCEPTED' || !isMalformed, `upload ${id}: a malformed file became a version`),
      ...unless(
        status !== 'REFUSED' || isRightlyRefused || isExcused(upload, dispatches, befell),
        `upload ${id}: it was refused by ${codesOf(upload).join()}`,
      ),
      ...told.flatMap((one) =>
        unless(
          one.status === status && one.version === upload.version && one.rows === upload.rows,
          `upload ${id}: somebody was told ${one.status} ${one.version}, and it is ${status} ${upload.version}`,
        ),
      ),
    ];
  });

const laneOf = ({ lane }: Upload): LaneName => (lane === 'DISTRICT' ? 'district' : 'state');

const acceptedIn = (tables: Tables): readonly Upload[] =>
  tables.of('upload').flatMap(({ state }) => (state.status === 'ACCEPTED' ? [state] : []));

interface Lanes {
  readonly dispatches: Dispatches;
  readonly contents: Contents;
  /** The accepted deliveries of the district. */
  readonly accepted: readonly Upload[];
}

/** What an entry takes in is what its delivery makes of that which its lane held before. */
const takeIn = ({ dispatches, contents, accepted }: Lanes, { entry, before, after }: Step): string | undefined => {
  const upload = accepted.find(({ id }) => id === entry.requestId);
  if (upload === undefined) return undefined;
  const content = dispatches.parcelOf(upload)?.content;
  if (content === undefined || content.kind === 'MALFORMED') return undefined;
  const version = versionIn(after, laneOf(upload));
  if (version === undefined || version !== upload.version) return undefined;
  const base = contents.rowsOf(versionIn(before, laneOf(upload))) ?? [];
  contents.learn(version, rowsAfter(content, base), `upload ${upload.id}`);
  return version;
};

/** The lanes of a district as they moved, each time to a version that a delivery has brought. */
const strayLanes = (lanes: Lanes, steps: readonly Step[]): Wrong => {
  const brought = new Set<string | undefined>();
  return steps.flatMap((step) => {
    const { chain, sequence, command } = step.entry;
    const version = command === 'acceptVersion' ? takeIn(lanes, step) : undefined;
    brought.add(version);
    const held = laneNames.map((lane) => versionIn(step.after, lane));
    return [
      ...unless(
        command !== 'acceptVersion' || version !== undefined,
        `${chain}: entry ${sequence} takes in what no delivery brought`,
      ),
      ...held.flatMap((one) =>
        unless(one === undefined || brought.has(one), `${chain}: entry ${sequence} leads to ${one}, which never was`),
      ),
    ];
  });
};

const wrongLanes = (tables: Tables, dispatches: Dispatches, contents: Contents): Wrong =>
  tables.of('organizationData').flatMap((row) => {
    const { organizationId, datasets, syncPaused } = row.state;
    const accepted = acceptedIn(tables).filter((one) => one.organizationId === organizationId);
    const { students } = datasets;
    const follows = !syncPaused && students?.stateFrom === 'SYNC';
    const isEqual = students?.state?.version === students?.district?.version;
    return [
      ...strayLanes({ dispatches, contents, accepted }, tables.history(chainOfRow(row))),
      ...unless(!follows || isEqual, `${organizationId}: the state copy stays behind`),
    ];
  });

/** Every accepted file is the version it is said to be, with all of its rows; and there are no versions besides. */
const wrongVersions = (tables: Tables, dispatches: Dispatches, contents: Contents): Wrong => {
  const versions = tables.rows('datasetVersion');
  const accepted = acceptedIn(tables);
  return [
    ...accepted.flatMap((upload) => {
      const content = dispatches.parcelOf(upload)?.content;
      if (content === undefined || content.kind === 'MALFORMED') return [];
      const rows = contents.rowsOf(upload.version ?? undefined);
      if (content.kind === 'WHOLE') contents.learn(upload.version ?? '', rowsAfter(content, []), `upload ${upload.id}`);
      const expected = rowsAfter(content, rows ?? []);
      const kept = versions.find(
        (row) => row.organizationId === upload.organizationId && row.version.version === upload.version,
      );
      return [
        ...unless(upload.rows === expected.length, `upload ${upload.id}: ${upload.rows} rows, not ${expected.length}`),
        ...unless(
          rows === undefined || rows.join() === expected.join(),
          `upload ${upload.id}: its version holds [${rows?.join()}], not what it brought`,
        ),
        ...unless(kept?.version.rows === expected.length, `upload ${upload.id}: its version is not kept`),
      ];
    }),
    ...versions.flatMap(({ organizationId, version: { version } }) =>
      unless(
        accepted.some((upload) => upload.organizationId === organizationId && upload.version === version),
        `${organizationId}: no delivery brought the version ${version}`,
      ),
    ),
    ...contents.wrong,
  ];
};

/** What a snapshot pins was a version of its district. */
const wrongPins = (tables: Tables): Wrong => {
  const kept = new Set(
    tables.rows('datasetVersion').map((row) => `${row.organizationId} ${row.version.dataset} ${row.version.version}`),
  );
  return tables.rows('versionPin').flatMap(({ organizationId, pin }) =>
    Object.entries(pin.versions).flatMap(([dataset, version]) => {
      const name = `${organizationId} ${dataset} ${version}`;
      return unless(kept.has(name), `a snapshot pins ${name}, which never was`);
    }),
  );
};

/** Every dropped file is taken up, once; whoever keeps the datasets is told, once, of one that is refused. */
const wrongDrops = (tables: Tables, dispatches: Dispatches): Wrong => {
  const dropped = tables.of('upload').filter(({ state }) => state.requestedBy === null);
  const isTold = (subject: string): boolean =>
    tables.rows('alert').filter(({ alert }) => alert.kind === 'FILE_REFUSED' && JSON.stringify(alert).includes(subject))
      .length === 1;
  const places = new Set(dispatches.drops.flatMap(({ key, isMisplaced }) => (isMisplaced ? [] : [key])));
  return [
    ...[...places].flatMap((place) => {
      const times = dropped.filter(({ state }) => state.key === place).length;
      const due = dispatches.timesDropped(place);
      return unless(times === due, `${place}: dropped ${due} times, taken up ${times} times`);
    }),
    ...dropped.flatMap(({ state: { id, status } }) =>
      unless(status !== 'REFUSED' || isTold(id), `upload ${id}: it was refused, and nobody was told once`),
    ),
  ];
};

/** Everything that is wrong with what became of the deliveries, in a world at rest. */
export const wrongDeliveries = ({ befallen }: World, rows: readonly TableRow[], dispatches: Dispatches): Wrong => {
  const tables = tablesOf(rows);
  const contents = new Contents();
  // An operator who empties the queue takes along what its messages would have done.
  const isPurged = befallen.has('purge');
  return [
    ...wrongUploads(tables, dispatches, befallen),
    ...wrongLanes(tables, dispatches, contents),
    ...wrongVersions(tables, dispatches, contents),
    ...wrongPins(tables),
    ...(isPurged ? [] : wrongDrops(tables, dispatches)),
  ];
};
