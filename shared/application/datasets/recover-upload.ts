import type { Upload } from '../../domain/dataset/state.ts';
import type { UploadId } from '../../kernel/ids.ts';
import { ok } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import { mustCommit } from '../flows/must-commit.ts';
import { handleCommand } from '../handle-command.ts';
import type { Ports } from '../ports/ports.ts';
import { queueCheck } from './queue-check.ts';
import { uploadTransition } from './transitions.ts';

/** A file that was dropped and is given up goes to the queue as well: its worker finds it ended, and tells the state. */
const isForWorker = ({ status, requestedBy }: Upload): boolean =>
  status === 'RECEIVED' || (status === 'REFUSED' && requestedBy === null);

/**
 * The worker of an upload, or its message, was lost: it is sent to the queue again, and refused when that has not helped
 * twice. Unlike a run it has no lease: whoever checks it first ends it, and a late worker finds it ended.
 */
export const recoverUpload = async (ports: Ports, caller: Caller, id: UploadId): Promise<void> => {
  const upload = await ports.store.load('upload', id);
  if (upload === undefined) return;
  mustCommit(
    await handleCommand(ports, {
      caller,
      repeat: null,
      operation: 'requeueUpload',
      target: id,
      attempt: async () => {
        const transitions = await uploadTransition(ports.store, caller, id, { type: 'requeueUpload' });
        const isSent = transitions.some((step) => step.entity === 'upload' && isForWorker(step.after));
        if (!isSent) return ok({ transitions, answer: null });
        return ok({ transitions, outbox: [await queueCheck(ports.store, upload.state)], answer: null });
      },
    }),
  );
};
