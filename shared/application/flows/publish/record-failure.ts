import type { PublishTask } from '../../../contracts/workflows/publish.ts';
import type { Ports } from '../../ports/ports.ts';
import { certificationEventStep } from '../../certification-events/step.ts';
import { systemCaller } from '../../system-caller.ts';
import { mustCommit } from '../must-commit.ts';

type Failure = Extract<PublishTask, { readonly task: 'record-failure' }>;

/** Leaves the certification event PUBLISHING with a problem a person can read; the sweeper starts the flow again. */
export const recordPublishFailure = async (ports: Ports, task: Failure): Promise<{ readonly outcome: 'RECORDED' }> => {
  const caller = await systemCaller(ports, 'publish-flow', task.execution);
  mustCommit(
    await certificationEventStep(ports, caller, task.certificationEventId, {
      type: 'failPublication',
      revision: task.revision,
      problem: `Publishing stopped (${task.error}). It is tried again by itself.`,
    }),
  );
  return { outcome: 'RECORDED' };
};
