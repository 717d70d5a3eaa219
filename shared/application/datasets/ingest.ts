import { join } from 'node:path';
import type { DatasetDeclaration } from '../../engine/declaration.ts';
import type { DatasetVersion, Upload, UploadProblem } from '../../domain/dataset/state.ts';
import type { StoredObject } from '../../domain/validation-run/state.ts';
import { ok } from '../../kernel/result.ts';
import type { UploadId } from '../../kernel/ids.ts';
import type { Caller } from '../caller.ts';
import { mustCommit } from '../flows/must-commit.ts';
import { handleCommand } from '../handle-command.ts';
import type { PortsWithObjects } from '../ports/ports.ts';
import type { WorkFolders } from '../ports/work-folder.ts';
import { systemCaller } from '../system-caller.ts';
import { dataTransition, uploadTransition } from './transitions.ts';

/** Checks a delivered file row by row and writes it as one sorted Parquet file, or says what is wrong with it. */
export interface Ingester {
  ingest(job: {
    readonly workFolder: string;
    readonly declaration: DatasetDeclaration;
    readonly source: string;
    readonly gzip: boolean;
    readonly target: string;
  }): Promise<
    | { readonly accepted: true; readonly rows: number; readonly rowsBySchool: Readonly<Record<string, number>> }
    | { readonly accepted: false; readonly problems: readonly UploadProblem[]; readonly problemCount: number }
  >;
}

export interface IngestPorts extends PortsWithObjects {
  readonly ingester: Ingester;
  readonly folders: WorkFolders;
}

type Checked =
  | { readonly accepted: true; readonly version: DatasetVersion }
  | { readonly accepted: false; readonly problems: readonly UploadProblem[]; readonly problemCount: number };

const versionOf = (upload: Upload): string => upload.sha256.slice(0, 24);

const laneKey = (upload: Upload): string =>
  `lanes/${upload.dataset}/${upload.organizationId}/${versionOf(upload)}/part-0.parquet`;

const check = (ports: IngestPorts, caller: Caller, upload: Upload, declaration: DatasetDeclaration): Promise<Checked> =>
  ports.folders.within(async (folder) => {
    const source = join(folder, 'delivered');
    const target = join(folder, 'part-0.parquet');
    const { key, bytes, sha256 } = upload;
    await ports.objects.download('uploads', { key, bytes, sha256 }, source);
    const outcome = await ports.ingester.ingest({ workFolder: folder, declaration, source, gzip: upload.gzip, target });
    if (!outcome.accepted) return outcome;
    const object: StoredObject = await ports.objects.putFile(
      'data',
      laneKey(upload),
      target,
      'application/vnd.apache.parquet',
    );
    const { rows, rowsBySchool } = outcome;
    const version = { dataset: upload.dataset, version: versionOf(upload), declarationVersion: declaration.version };
    return { accepted: true, version: { ...version, rows, rowsBySchool, object, acceptedAt: caller.now } };
  });

const record = async (ports: IngestPorts, caller: Caller, upload: Upload, checked: Checked): Promise<void> => {
  mustCommit(
    await handleCommand(ports, {
      caller,
      repeat: null,
      operation: 'ingestUpload',
      target: upload.id,
      attempt: async () => {
        if (!checked.accepted) {
          const { problems, problemCount } = checked;
          const command = { type: 'refuseUpload', problems, problemCount } as const;
          return ok({ transitions: await uploadTransition(ports.store, upload.id, command), answer: null });
        }
        const { version } = checked;
        const known = await ports.store.knownDatasetVersion(upload.organizationId, version.dataset, version.version);
        return ok({
          transitions: [
            ...(await uploadTransition(ports.store, upload.id, {
              type: 'acceptUpload',
              rows: version.rows,
              version: version.version,
            })),
            ...(await dataTransition(ports.store, caller, upload.organizationId, {
              type: 'acceptVersion',
              version: known ?? version,
            })),
          ],
          inserts: known ? [] : [{ row: 'datasetVersion', organizationId: upload.organizationId, version }],
          answer: null,
        });
      },
    }),
  );
};

const begin = async (ports: IngestPorts, caller: Caller, id: UploadId): Promise<void> => {
  mustCommit(
    await handleCommand(ports, {
      caller,
      repeat: null,
      operation: 'checkUpload',
      target: id,
      attempt: async () =>
        ok({ transitions: await uploadTransition(ports.store, id, { type: 'checkUpload' }), answer: null }),
    }),
  );
};

/** Turns a received file into an immutable version, or refuses it. Repeated, it finds the same version in place. */
export const ingestUpload = async (ports: IngestPorts, id: UploadId): Promise<void> => {
  const caller = await systemCaller(ports, 'ingest-worker', id);
  await begin(ports, caller, id);
  const read = await ports.store.load('upload', id);
  if (read?.state.status !== 'CHECKING') return;
  const declaration = await ports.store.load('dataset', read.state.dataset);
  if (declaration === undefined) throw new Error(`dataset ${read.state.dataset} is not declared`);
  await record(ports, caller, read.state, await check(ports, caller, read.state, declaration.state));
};
