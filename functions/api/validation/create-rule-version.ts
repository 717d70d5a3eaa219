import { createRuleVersion as create } from '../../../shared/application/rule-library/act-on-rule.ts';
import { createRuleVersion } from '../../../shared/contracts/operations/validation.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { given } from './given.ts';
import type { ValidationPorts } from './validation-ports.ts';

export const createRuleVersionDoor = (ports: ValidationPorts) =>
  door(createRuleVersion, async ({ params, body: { reason, ...changes }, caller, repeat }) => {
    const act = { id: params.id, caller, repeat, expectedVersion: null, reason };
    const outcome = await create(ports, act, given(changes));
    return outcome.ok ? ok({ ...outcome.value, location: `/v1/rules/${params.id}` }) : outcome;
  });
