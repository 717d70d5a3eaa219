import type { SnapshotTask } from '../../../contracts/workflows/snapshot.ts';
import { publishDatamart } from '../../datamart/publish.ts';
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
      await publishDatamart(ports, task.certificationEventId);
      return { outcome: 'FINISHED' };
    case 'record-failure':
      return recordSnapshotFailure(ports, task);
  }
};
