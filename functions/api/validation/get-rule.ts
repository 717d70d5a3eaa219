import type { Ports } from '../../../shared/application/ports/ports.ts';
import { ruleFor } from '../../../shared/application/queries/rule-library.ts';
import { ruleWithLog } from '../../../shared/application/views/rule-view.ts';
import { getRule } from '../../../shared/contracts/operations/validation.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const getRuleDoor = ({ store }: Ports) =>
  door(getRule, async ({ params, query, caller }) => {
    const found = await ruleFor(store, caller, params.id, query.version);
    if (!found.ok) return found;
    const { read, shown, entries } = found.value;
    return ok({ body: ruleWithLog(read.state, shown, entries), version: read.version });
  });
