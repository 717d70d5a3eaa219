import type { Ports } from '../../../shared/application/ports/ports.ts';
import { denied } from '../../../shared/application/queries/denied.ts';
import { groupWithRules } from '../../../shared/application/views/rule-view.ts';
import { getValidationGroup } from '../../../shared/contracts/operations/validation.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const getValidationGroupDoor = ({ store }: Ports) =>
  door(getValidationGroup, async ({ params: { id }, caller }) => {
    const refused = denied(caller, 'getValidationGroup', { kind: 'AGENCY' });
    if (refused) return refuse(refused);
    const [read, entries] = await Promise.all([
      store.load('validationGroup', id),
      store.chainOf('validationGroup', id),
    ]);
    if (!read) return refuse({ code: 'NOT_FOUND' });
    const ruleIds = read.state.rules.map(({ ruleId }) => ruleId);
    const rules = (await store.loadMany('rule', ruleIds)).map(({ state }) => state);
    return ok({ body: groupWithRules(read.state, rules, entries), version: read.version });
  });
