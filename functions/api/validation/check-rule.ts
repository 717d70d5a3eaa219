import { checkRule as check } from '../../../shared/application/rule-library/check-rule.ts';
import { checkRule } from '../../../shared/contracts/operations/validation.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import type { ValidationPorts } from './validation-ports.ts';

export const checkRuleDoor = (ports: ValidationPorts) =>
  door(checkRule, async ({ body, caller }) => {
    const checked = await check(ports, caller, body);
    return checked.ok ? ok({ body: checked.value }) : checked;
  });
