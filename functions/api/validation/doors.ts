import type { Door } from '../../../shared/runtime/http/door.ts';
import { cancelRunDoor } from './cancel-run.ts';
import { getRuleDoor } from './get-rule.ts';
import { getRunReportDoor } from './get-run-report.ts';
import { getRunDoor } from './get-run.ts';
import { getValidationGroupDoor } from './get-validation-group.ts';
import { listFindingsDoor } from './list-findings.ts';
import { listQueueDoor } from './list-queue.ts';
import { listRulesDoor } from './list-rules.ts';
import { listValidationGroupsDoor } from './list-validation-groups.ts';
import { retryRunDoor } from './retry-run.ts';
import type { ValidationPorts } from './validation-ports.ts';

export const validationDoors = (ports: ValidationPorts): readonly Door[] => [
  listRulesDoor(ports),
  getRuleDoor(ports),
  listValidationGroupsDoor(ports),
  getValidationGroupDoor(ports),
  listQueueDoor(ports),
  getRunDoor(ports),
  listFindingsDoor(ports),
  getRunReportDoor(ports),
  retryRunDoor(ports),
  cancelRunDoor(ports),
];
