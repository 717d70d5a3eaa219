import { checkBytes } from '../../domain/dataset/check-size.ts';
import type { Upload } from '../../domain/dataset/state.ts';
import type { OutboxMessage } from '../outbox.ts';
import type { Store } from '../ports/store.ts';
import { baseOf } from './check-file.ts';

/** The message by which an upload is checked. Of changes it says also how much they are made to, which costs a read. */
export const queueCheck = async (store: Store, upload: Upload): Promise<OutboxMessage> => {
  const { id, organizationId } = upload;
  const data = upload.delivery === 'DELTA' ? await store.load('organizationData', organizationId) : undefined;
  const base = data === undefined ? null : baseOf(upload, data.state);
  return { type: 'QUEUE_INGEST', uploadId: id, organizationId, size: checkBytes(upload, base) };
};
