import { refuseUnreadable } from '../../../shared/application/datasets/refuse-unreadable.ts';
import { tellOfLostDrop, tellWhenRefused } from '../../../shared/application/datasets/tell-of-refused-file.ts';
import type { TellPorts } from '../../../shared/application/notifications/tell-people.ts';
import { failRun } from '../../../shared/application/runs/execute-run.ts';
import { systemCaller } from '../../../shared/application/system-caller.ts';
import type { DeadLetter } from '../../../shared/contracts/messages/dead-letter.ts';

const problem = 'The validation failed several times. Run it again, or ask the state for help.';

/** A job whose message is dead ends as FAILED or REFUSED with a reason, so that nobody waits for it. */
export const giveUp = async (ports: TellPorts, letter: DeadLetter): Promise<void> => {
  if ('Records' in letter) {
    for (const { s3 } of letter.Records) await tellOfLostDrop(ports, s3.object);
    return;
  }
  if ('uploadId' in letter) {
    await refuseUnreadable(ports, letter.uploadId);
    return tellWhenRefused(ports, letter.uploadId);
  }
  const run = await ports.store.load('run', letter.runId);
  if (run === undefined) return;
  await failRun(ports, await systemCaller(ports, 'dead-letters', letter.runId), run.state, problem);
};
