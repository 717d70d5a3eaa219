import type { SnapshotTask } from '../../../contracts/workflows/snapshot.ts';
import { finishFlow } from './finish-flow.ts';
import { planSnapshots } from './plan.ts';
import type { SnapshotPorts } from './ports.ts';
import { recordSnapshotFailure } from './record-failure.ts';
import { takeChunk } from './take.ts';
import { validateChunk } from './validate.ts';

/** The work behind each task of the snapshot machine. */
export const runSnapshotTask = async (
  ports: SnapshotPorts,
  task: SnapshotTask,
): Promise<{ readonly outcome: string }> => {
  switch (task.task) {
    case 'plan':
      return planSnapshots(ports, task);
    case 'take':
      return task.trigger === 'VALIDATION' ? validateChunk(ports, task) : takeChunk(ports, task);
    case 'finish':
      return finishFlow(ports, task);
    case 'record-failure':
      return recordSnapshotFailure(ports, task);
  }
};
