import type { Door } from '../../../shared/runtime/http/door.ts';
import { cancelRunDoor } from './cancel-run.ts';
import { changeRuleDoor } from './change-rule.ts';
import { changeValidationGroupDoor } from './change-validation-group.ts';
import { checkRuleDoor } from './check-rule.ts';
import { comparisonDoors } from './comparison-doors.ts';
import { createRuleVersionDoor } from './create-rule-version.ts';
import { createRuleDoor } from './create-rule.ts';
import { createValidationGroupDoor } from './create-validation-group.ts';
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
  createRuleDoor(ports),
  createRuleVersionDoor(ports),
  changeRuleDoor(ports),
  checkRuleDoor(ports),
  listValidationGroupsDoor(ports),
  getValidationGroupDoor(ports),
  createValidationGroupDoor(ports),
  changeValidationGroupDoor(ports),
  listQueueDoor(ports),
  getRunDoor(ports),
  listFindingsDoor(ports),
  getRunReportDoor(ports),
  retryRunDoor(ports),
  cancelRunDoor(ports),
  ...comparisonDoors(ports),
];
