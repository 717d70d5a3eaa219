import { decideCreateUpload } from '../../domain/dataset/decide-upload.ts';
import type { Upload } from '../../domain/dataset/state.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { uploadId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller, RepeatKey } from '../caller.ts';
import { type CommandFailure, handleCommand, type Plan } from '../handle-command.ts';
import type { DatasetDeclaration } from '../../engine/declaration.ts';
import type { Ports } from '../ports/ports.ts';
import { isGzip } from './delivered-file.ts';
import { districtDataDenied } from './for-caller.ts';

/** A file as it is announced. */
type AnnouncedFile = Pick<
  Upload,
  'organizationId' | 'dataset' | 'fileName' | 'format' | 'delivery' | 'lane' | 'bytes' | 'sha256'
>;

export interface UploadCreation {
  readonly sent: AnnouncedFile;
  readonly caller: Caller;
  readonly repeat: RepeatKey | null;
}

const isDelivered = (read: { readonly state: DatasetDeclaration } | undefined): boolean =>
  read !== undefined && read.state.retired !== true;

const attempt = async (ports: Ports, { sent, caller }: UploadCreation): Promise<Result<Plan<Upload>, Refusal>> => {
  const refused = await districtDataDenied(ports.store, caller, 'createUpload', sent.organizationId);
  if (refused !== null) return refuse(refused);
  const id = uploadId(ports.ids.next('upl'));
  const datasetKnown = isDelivered(await ports.store.load('dataset', sent.dataset));
  const key = `uploads/${sent.organizationId}/${id}`;
  const upload = { ...sent, id, gzip: isGzip(sent.fileName), key };
  const decided = decideCreateUpload({ type: 'createUpload', datasetKnown, upload }, caller);
  if (!decided.ok) return decided;
  const [happening] = decided.value;
  if (happening === undefined) throw new Error('an upload without effect');
  const after = happening.upload;
  return ok({
    transitions: [{ entity: 'upload', key: id, before: null, after, command: 'createUpload' }],
    answer: after,
  });
};

/** Announces a file of a district. Where to put it is not part of the answer that is kept: links end. */
export const createUpload = (ports: Ports, creation: UploadCreation): Promise<Result<Upload, CommandFailure>> =>
  handleCommand(ports, {
    caller: creation.caller,
    repeat: creation.repeat,
    operation: 'createUpload',
    target: creation.sent.organizationId,
    attempt: () => attempt(ports, creation),
  });
