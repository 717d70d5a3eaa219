import type { IngestPorts } from '../../../shared/application/datasets/check-file.ts';
import { ingestUpload } from '../../../shared/application/datasets/ingest.ts';
import { takeUpDrop } from '../../../shared/application/datasets/take-up-drop.ts';
import { tellWhenRefused } from '../../../shared/application/datasets/tell-of-refused-file.ts';
import type { TellPorts } from '../../../shared/application/notifications/tell-people.ts';
import type { IngestWork } from '../../../shared/contracts/messages/ingest.ts';

/** One message of the ingest queue: files that were dropped, which become uploads, or an upload to check. */
export const work = async (ports: IngestPorts & TellPorts, message: IngestWork): Promise<void> => {
  if ('Records' in message) {
    for (const { s3 } of message.Records) await takeUpDrop(ports, s3.object);
    return;
  }
  await ingestUpload(ports, message.uploadId);
  await tellWhenRefused(ports, message.uploadId);
};
