import { decideUpload } from '../../domain/dataset/decide-upload.ts';
import { evolveUpload } from '../../domain/dataset/evolve-upload.ts';
import type { Upload } from '../../domain/dataset/state.ts';
import type { UploadId } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Caller, RepeatKey } from '../caller.ts';
import { evolveAll } from '../evolve-all.ts';
import { type AttemptFailure, type CommandFailure, handleCommand, type Plan } from '../handle-command.ts';
import type { PortsWithObjects } from '../ports/ports.ts';
import { type UploadView, uploadView } from '../views/dataset-view.ts';
import { uploadFor } from './for-caller.ts';
import { partsOf } from './parts.ts';
import { queueCheck } from './queue-check.ts';

export interface UploadCompletion {
  readonly id: UploadId;
  readonly caller: Caller;
  readonly repeat: RepeatKey | null;
}

/** A small file is read in full; of one in parts all must be there, in their full length. Only while it matters. */
const delivered = async ({ objects }: PortsWithObjects, upload: Upload) => {
  if (upload.status !== 'CREATED') return null;
  const parts = partsOf(upload);
  if (parts.length === 1) return (await objects.fingerprint('uploads', upload.key)) ?? null;
  const arrived = await objects.sizesBelow('uploads', `${upload.key}/`);
  const isWhole = parts.every(({ key, bytes }) => arrived.get(key) === bytes);
  return isWhole ? { bytes: upload.bytes, sha256: null } : null;
};

const attempt = async (
  ports: PortsWithObjects,
  { id, caller }: UploadCompletion,
): Promise<Result<Plan<UploadView>, AttemptFailure>> => {
  const before = await uploadFor(ports.store, caller, 'completeUpload', id);
  if (!before.ok) return before;
  const upload = before.value.state;
  const decided = decideUpload(upload, { type: 'completeUpload', found: await delivered(ports, upload) }, caller);
  if (!decided.ok) return decided;
  if (decided.value.length === 0) return ok({ transitions: [], answer: uploadView(upload) });
  const after = evolveAll(evolveUpload, upload, decided.value);
  return ok({
    transitions: [{ entity: 'upload', key: id, before: before.value, after, command: 'completeUpload' }],
    outbox: [await queueCheck(ports.store, upload)],
    answer: uploadView(after),
  });
};

/** Says that a file is there. What lies there must be what was announced; then its check is queued. */
export const completeUpload = (
  ports: PortsWithObjects,
  completion: UploadCompletion,
): Promise<Result<UploadView, CommandFailure>> =>
  handleCommand(ports, {
    caller: completion.caller,
    repeat: completion.repeat,
    operation: 'completeUpload',
    target: completion.id,
    attempt: () => attempt(ports, completion),
  });
