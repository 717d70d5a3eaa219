import { createRule as create } from '../../../shared/application/rule-library/create-rule.ts';
import { createRule } from '../../../shared/contracts/operations/validation.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { rendered } from '../../../shared/runtime/http/rendered.ts';
import type { ValidationPorts } from './validation-ports.ts';

export const createRuleDoor = (ports: ValidationPorts) =>
  door(createRule, async ({ body: { reason, ...sent }, caller, repeat }) =>
    rendered(await create(ports, { caller, repeat, sent, reason }), ({ id }) => ({
      version: 1,
      location: `/v1/rules/${id}`,
    })),
  );
