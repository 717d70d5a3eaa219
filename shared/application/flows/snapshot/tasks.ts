import type { SnapshotTask } from '../../../contracts/workflows/snapshot.ts';
import { planSnapshots } from './plan.ts';
import type { SnapshotPorts } from './ports.ts';
import { recordSnapshotFailure } from './record-failure.ts';
import { takeChunk } from './take.ts';

/** The work behind each task of the snapshot machine. */
export const runSnapshotTask = async (
  ports: SnapshotPorts,
  task: SnapshotTask,
): Promise<{ readonly outcome: string }> => {
  switch (task.task) {
    case 'plan':
      return planSnapshots(ports, task);
    case 'take':
      return takeChunk(ports, task);
    case 'finish':
      // Every chunk is taken, and the participants themselves say what they have: nothing is left to write.
      return { outcome: 'FINISHED' };
    case 'record-failure':
      return recordSnapshotFailure(ports, task);
  }
};
