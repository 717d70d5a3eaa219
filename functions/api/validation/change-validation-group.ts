import type { Ports } from '../../../shared/application/ports/ports.ts';
import { changeValidationGroup as change } from '../../../shared/application/rule-library/write-group.ts';
import { changeValidationGroup } from '../../../shared/contracts/operations/validation.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { given } from './given.ts';
import { groupEntries } from './group-fields.ts';

export const changeValidationGroupDoor = (ports: Ports) =>
  door(changeValidationGroup, ({ params, body: { reason, rules, ...sent }, caller, expectedVersion }) => {
    const fields = { ...given(sent), ...(rules === undefined ? {} : { rules: groupEntries(rules) }) };
    return change(ports, { id: params.id, caller, expectedVersion, fields, reason });
  });
