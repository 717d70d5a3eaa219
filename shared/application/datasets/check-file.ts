import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type {
  DatasetVersion,
  OrganizationData,
  RefusedRows,
  Upload,
  UploadProblem,
} from '../../domain/dataset/state.ts';
import type { DatasetDeclaration } from '../../engine/declaration.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { CheckedFile, Ingester } from '../ports/ingester.ts';
import type { PortsWithObjects } from '../ports/ports.ts';
import type { WorkFolders } from '../ports/work-folder.ts';
import { partsOf } from './parts.ts';

export interface IngestPorts extends PortsWithObjects {
  readonly ingester: Ingester;
  readonly folders: WorkFolders;
}

export type Checked =
  | { readonly accepted: true; readonly version: DatasetVersion }
  | {
      readonly accepted: false;
      readonly problems: readonly UploadProblem[];
      readonly problemCount: number;
      readonly refused: RefusedRows | null;
    };

export interface Check {
  readonly upload: Upload;
  readonly declaration: DatasetDeclaration;
  readonly data: OrganizationData | undefined;
  readonly now: Instant;
}

const refusedAsAWhole = (code: string, detail: string): Checked => ({
  accepted: false,
  problems: [{ line: 0, column: null, code, detail }],
  problemCount: 1,
  refused: null,
});

const changed = refusedAsAWhole('FILE_CHANGED', 'what arrived is not the file that was announced');
const noBase = refusedAsAWhole('NO_BASE', 'there is no version of this dataset, as it is declared now, to change');

/** The version that changes are made to. */
export const baseOf = ({ lane, dataset }: Upload, data: OrganizationData | undefined): DatasetVersion | null => {
  const lanes = data?.datasets[dataset];
  return (lane === 'DISTRICT' ? lanes?.district : lanes?.state) ?? null;
};

const versionOf = (declaration: DatasetDeclaration, sha256: string): string =>
  createHash('sha256').update(`${declaration.version}\n${sha256}`).digest('hex').slice(0, 24);

/** Rows that were deleted and come again are another object: who deletes the first may not have ended yet. */
const keyFor = (
  { id, dataset, organizationId }: Upload,
  version: string,
  known: DatasetVersion | undefined,
): string => {
  const folder = `lanes/${dataset}/${organizationId}/${version}`;
  if (known === undefined) return `${folder}/part-0.parquet`;
  return known.deletedAt === undefined ? known.object.key : `${folder}/${id}.parquet`;
};

const accept = async (
  ports: IngestPorts,
  { upload, declaration, now }: Check,
  { rows, rowsBySchool, sha256 }: Extract<CheckedFile, { readonly accepted: true }>,
  target: string,
): Promise<Checked> => {
  const { dataset, organizationId } = upload;
  const version = versionOf(declaration, sha256);
  const known = await ports.store.knownDatasetVersion(organizationId, dataset, version);
  const key = keyFor(upload, version, known);
  const object = await ports.objects.putFile('data', key, target, 'application/vnd.apache.parquet');
  const named = { dataset, version, declarationVersion: declaration.version };
  return { accepted: true, version: { ...named, rows, rowsBySchool, object, acceptedAt: now } };
};

const handBack = async (
  ports: IngestPorts,
  { upload }: Check,
  { problems, problemCount, refusedRows, refusedPath }: Extract<CheckedFile, { readonly accepted: false }>,
): Promise<Checked> => {
  const key = `refused/${upload.organizationId}/${upload.id}`;
  const put = () => ports.objects.putFile('uploads', key, refusedPath, 'application/octet-stream');
  const refused = refusedRows === 0 ? null : { rows: refusedRows, object: await put() };
  return { accepted: false, problems, problemCount, refused };
};

/** Checks a delivered file, and stores what becomes of it: an immutable version, or the rows to correct. */
export const checkFile = (ports: IngestPorts, check: Check): Promise<Checked> =>
  ports.folders.within(async (folder) => {
    const { upload, declaration, data } = check;
    const source = join(folder, 'delivered');
    const target = join(folder, 'part-0.parquet');
    const base = upload.delivery === 'DELTA' ? baseOf(upload, data) : undefined;
    if (base === null || (base && base.declarationVersion !== declaration.version)) return noBase;
    const keys = partsOf(upload).map(({ key }) => key);
    if (!(await ports.objects.assemble('uploads', keys, upload, source))) return changed;
    const basePath = base && join(folder, 'base.parquet');
    if (basePath) await ports.objects.download('data', base.object, basePath);
    const outcome = await ports.ingester.ingest({
      workFolder: folder,
      declaration,
      mapping: data?.columnMappings[upload.dataset],
      source,
      format: upload.format,
      gzip: upload.gzip,
      base: basePath,
      target,
    });
    return outcome.accepted ? accept(ports, check, outcome, target) : handBack(ports, check, outcome);
  });
