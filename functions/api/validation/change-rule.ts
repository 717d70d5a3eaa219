import { changeRule as change } from '../../../shared/application/rule-library/act-on-rule.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { changeRule } from '../../../shared/contracts/operations/validation.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const changeRuleDoor = (ports: Ports) =>
  door(changeRule, ({ params, body, caller, repeat, expectedVersion }) =>
    change(ports, { id: params.id, caller, repeat, expectedVersion, reason: body.reason }, body.status),
  );
