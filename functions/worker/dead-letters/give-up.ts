import { refuseUnreadable } from '../../../shared/application/datasets/refuse-unreadable.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { failRun } from '../../../shared/application/runs/execute-run.ts';
import { systemCaller } from '../../../shared/application/system-caller.ts';
import type { DeadLetter } from '../../../shared/contracts/messages/dead-letter.ts';

const problem = 'The validation failed several times. Run it again, or ask the state for help.';

/** A job whose message is dead ends as FAILED or REFUSED with a reason, so that nobody waits for it. */
export const giveUp = async (ports: Ports, letter: DeadLetter): Promise<void> => {
  if ('uploadId' in letter) return refuseUnreadable(ports, letter.uploadId);
  const run = await ports.store.load('run', letter.runId);
  if (run === undefined) return;
  await failRun(ports, await systemCaller(ports, 'dead-letters', letter.runId), run.state, problem);
};
