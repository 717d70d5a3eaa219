import type { Door } from '../../../shared/runtime/http/door.ts';
import { diffSnapshotsDoor } from './diff-snapshots.ts';
import { getReconciliationDoor } from './get-reconciliation.ts';
import { getSnapshotReportDoor } from './get-snapshot-report.ts';
import type { ValidationPorts } from './validation-ports.ts';

/** What a snapshot holds, and what two copies or two snapshots differ in. */
export const comparisonDoors = (ports: ValidationPorts): readonly Door[] => [
  getSnapshotReportDoor(ports),
  diffSnapshotsDoor(ports),
  getReconciliationDoor(ports),
];
