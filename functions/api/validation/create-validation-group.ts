import type { Ports } from '../../../shared/application/ports/ports.ts';
import { createValidationGroup as create } from '../../../shared/application/rule-library/write-group.ts';
import { createValidationGroup } from '../../../shared/contracts/operations/validation.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { groupEntries } from './group-fields.ts';

export const createValidationGroupDoor = (ports: Ports) =>
  door(createValidationGroup, async ({ body: { reason, rules, ...sent }, caller, repeat }) => {
    const fields = { ...sent, rules: groupEntries(rules) };
    const made = await create(ports, { caller, repeat, fields, reason });
    return made.ok ? ok({ ...made.value, location: `/v1/validation-groups/${made.value.body.id}` }) : made;
  });
