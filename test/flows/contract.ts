import { approvalOutcomes, approvalTask } from '../../shared/contracts/workflows/approval.ts';
import { publishOutcomes, publishTask } from '../../shared/contracts/workflows/publish.ts';
import { snapshotOutcomes, snapshotTask } from '../../shared/contracts/workflows/snapshot.ts';
import type { MachineName } from './definition.ts';

export interface FlowContract {
  /** What the machine's function accepts. */
  readonly task: { parse(payload: unknown): unknown };
  /** Task to the outcomes it may answer. */
  readonly outcomes: Readonly<Record<string, readonly string[]>>;
}

export const contracts: Readonly<Record<MachineName, FlowContract>> = {
  publish: { task: publishTask, outcomes: publishOutcomes },
  snapshot: { task: snapshotTask, outcomes: snapshotOutcomes },
  approval: { task: approvalTask, outcomes: approvalOutcomes },
};
