import type { DatasetVersion, OrganizationData, Upload } from '../../domain/dataset/state.ts';
import type { OrganizationId, UploadId } from '../../kernel/ids.ts';
import { ok } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import type { Versioned } from '../entities.ts';
import { mustCommit } from '../flows/must-commit.ts';
import { handleCommand, type Plan } from '../handle-command.ts';
import type { Ports } from '../ports/ports.ts';
import type { Insert } from '../ports/unit-of-work.ts';
import { systemCaller } from '../system-caller.ts';
import { baseOf, type Checked, checkFile, type IngestPorts } from './check-file.ts';
import { dataStepOf, uploadTransition } from './transitions.ts';

/** BASE_MOVED: what the check rested on is no longer so. */
type Recorded = 'RECORDED' | 'BASE_MOVED';

type Lanes = Versioned<OrganizationData> | undefined;

const planAcceptance = async (
  { store }: Ports,
  caller: Caller,
  { upload, lanes }: { readonly upload: Upload; readonly lanes: Lanes },
  { version }: Extract<Checked, { readonly accepted: true }>,
): Promise<Plan<Recorded>> => {
  const { organizationId, id, lane } = upload;
  const { rows, version: name } = version;
  const ending = await uploadTransition(store, caller, id, { type: 'acceptUpload', rows, version: name });
  // Another worker was faster: the lanes may have moved on since, and must not be moved back.
  if (ending.length === 0) return { transitions: [], answer: 'RECORDED' };
  const known = await store.knownDatasetVersion(organizationId, version.dataset, version.version);
  const isGone = known?.deletedAt !== undefined;
  if (isGone && known.object.key === version.object.key) return { transitions: [], answer: 'BASE_MOVED' };
  const accepted = known === undefined || isGone ? version : known;
  return {
    transitions: [
      ...ending,
      ...dataStepOf(lanes, caller, organizationId, { type: 'acceptVersion', version: accepted, lane }),
    ],
    inserts: rowOf(organizationId, known, version),
    answer: 'RECORDED',
  };
};

/** The same rows may have been delivered before, and may have been deleted since. */
const rowOf = (
  organizationId: OrganizationId,
  known: DatasetVersion | undefined,
  version: DatasetVersion,
): readonly Insert[] => {
  if (known === undefined) return [{ row: 'datasetVersion', organizationId, version }];
  return known.deletedAt === undefined ? [] : [{ row: 'changedVersion', organizationId, version }];
};

/** Changes hold for the version they were made to: when another has come meanwhile, they are made to that one. */
const hasMoved = (upload: Upload, lanes: Lanes, base: DatasetVersion | null): boolean =>
  upload.delivery === 'DELTA' && baseOf(upload, lanes?.state)?.version !== base?.version;

const record = async (
  ports: IngestPorts,
  caller: Caller,
  upload: Upload,
  { checked, base }: { readonly checked: Checked; readonly base: DatasetVersion | null },
): Promise<Recorded> =>
  mustCommit(
    await handleCommand<Recorded>(ports, {
      caller,
      repeat: null,
      operation: 'ingestUpload',
      target: upload.id,
      attempt: async () => {
        // Once, and before all else: a delivery or a deletion that moves them after this makes the commit stale.
        const lanes = await ports.store.load('organizationData', upload.organizationId);
        if (hasMoved(upload, lanes, base)) return ok({ transitions: [], answer: 'BASE_MOVED' });
        if (checked.accepted) return ok(await planAcceptance(ports, caller, { upload, lanes }, checked));
        const { problems, problemCount, refused } = checked;
        const command = { type: 'refuseUpload', problems, problemCount, refused } as const;
        return ok({ transitions: await uploadTransition(ports.store, caller, upload.id, command), answer: 'RECORDED' });
      },
    }),
  );

const begin = async (ports: IngestPorts, caller: Caller, id: UploadId): Promise<void> => {
  mustCommit(
    await handleCommand(ports, {
      caller,
      repeat: null,
      operation: 'checkUpload',
      target: id,
      attempt: async () =>
        ok({ transitions: await uploadTransition(ports.store, caller, id, { type: 'checkUpload' }), answer: null }),
    }),
  );
};

const triesAtMost = 5;

/** Turns a received file into an immutable version, or refuses it. Repeated, it finds the same version in place. */
export const ingestUpload = async (ports: IngestPorts, id: UploadId): Promise<void> => {
  const caller = await systemCaller(ports, 'ingest-worker', id);
  await begin(ports, caller, id);
  const read = await ports.store.load('upload', id);
  if (read?.state.status !== 'CHECKING') return;
  const upload = read.state;
  const declaration = await ports.store.load('dataset', upload.dataset);
  if (declaration === undefined) throw new Error(`dataset ${upload.dataset} is not declared`);
  for (let tries = 1; tries <= triesAtMost; tries += 1) {
    const data = (await ports.store.load('organizationData', upload.organizationId))?.state;
    const checked = await checkFile(ports, { upload, declaration: declaration.state, data, now: caller.now });
    if ((await record(ports, caller, upload, { checked, base: baseOf(upload, data) })) === 'RECORDED') return;
  }
  throw new Error(`the base of upload ${id} moved ${triesAtMost} times`);
};
