import { refuseUnreadable } from '../../../shared/application/datasets/refuse-unreadable.ts';
import { tellOfLostDrop, tellWhenRefused } from '../../../shared/application/datasets/tell-of-refused-file.ts';
import type { TellPorts } from '../../../shared/application/notifications/tell-people.ts';
import { failRun } from '../../../shared/application/runs/execute-run.ts';
import { systemCaller } from '../../../shared/application/system-caller.ts';
import type { DeadLetter } from '../../../shared/contracts/messages/dead-letter.ts';
import type { RunId, UploadId } from '../../../shared/kernel/ids.ts';

const giveUpUpload = async (ports: TellPorts, id: UploadId): Promise<void> => {
  await refuseUnreadable(ports, id);
  await tellWhenRefused(ports, id);
};

const giveUpRun = async (ports: TellPorts, id: RunId): Promise<void> => {
  const run = await ports.store.load('run', id);
  if (run === undefined) return;
  await failRun(ports, await systemCaller(ports, 'dead-letters', id), run.state, 'RUN_FAILED_REPEATEDLY');
};

/** A job whose message is dead ends as FAILED or REFUSED with a reason, so that nobody waits for it. */
export const giveUp = async (ports: TellPorts, letter: DeadLetter): Promise<void> => {
  if ('runId' in letter) return giveUpRun(ports, letter.runId);
  if ('uploadId' in letter) return giveUpUpload(ports, letter.uploadId);
  for (const { s3 } of letter.Records) await tellOfLostDrop(ports, s3.object);
};
