import { isPastRetention } from '../../domain/certification-event/decide-retention.ts';
import type { CertificationEvent } from '../../domain/certification-event/state.ts';
import type { CertificationEventId } from '../../kernel/ids.ts';
import { certificationEventStep } from '../certification-events/step.ts';
import type { Caller } from '../caller.ts';
import { mustCommit } from '../flows/must-commit.ts';
import type { PortsWithObjects } from '../ports/ports.ts';
import { systemCaller } from '../system-caller.ts';
import { deleteData } from './delete-data.ts';

export interface RetentionReport {
  readonly begun: number;
  readonly finished: number;
  /** Objects and texts. */
  readonly deleted: number;
}

const isUnderWay = (state: CertificationEvent): boolean =>
  state.status === 'CLOSED' && state.deletion?.finishedAt === null;

const step = async (
  ports: PortsWithObjects,
  caller: Caller,
  id: CertificationEventId,
  command: Parameters<typeof certificationEventStep>[3],
): Promise<CertificationEvent> => {
  const outcome = await certificationEventStep(ports, caller, id, command);
  return mustCommit(outcome);
};

/**
 * The daily round of the retention rule. The tombstone comes first, so that nobody is shown half of what is being deleted,
 * and no hold comes too late unnoticed; a deletion is finished by a later round that finds nothing any more. Whatever
 * ends a round, the next one goes on.
 */
export const applyRetention = async (ports: PortsWithObjects, retentionYears: number): Promise<RetentionReport> => {
  const caller = await systemCaller(ports, 'retention', 'retention');
  let [begun, finished, deleted] = [0, 0, 0];
  for (const { state } of await ports.store.certificationEvents()) {
    const isDue = isPastRetention(state, retentionYears, caller);
    if (!isDue && !isUnderWay(state)) continue;
    const now = isDue ? await step(ports, caller, state.id, { type: 'beginDeletion', retentionYears }) : state;
    // A hold that was placed since the list was read.
    if (!isUnderWay(now)) continue;
    if (isDue) begun += 1;
    const found = await deleteData(ports, caller, state.id);
    deleted += found;
    if (found > 0) continue;
    await step(ports, caller, state.id, { type: 'finishDeletion' });
    finished += 1;
  }
  return { begun, finished, deleted };
};
