import type { Ports } from '../../../shared/application/ports/ports.ts';
import { denied } from '../../../shared/application/queries/denied.ts';
import { matchingRules } from '../../../shared/application/queries/rule-library.ts';
import { ruleView } from '../../../shared/application/views/rule-view.ts';
import { listRules } from '../../../shared/contracts/operations/validation.ts';
import type { Rule } from '../../../shared/domain/rule-library/state.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { listed } from '../../../shared/runtime/http/listed.ts';
import type { Ordering } from '../../../shared/runtime/http/paging.ts';

const byCode: Ordering<Rule> = { sortKey: (rule) => rule.newest.code, id: (rule) => rule.id, descending: false };

export const listRulesDoor = ({ store }: Ports) =>
  door(listRules, async (request) => {
    const refused = denied(request.caller, 'listRules', { kind: 'AGENCY' });
    if (refused) return refuse(refused);
    const items = await matchingRules(store, request.query);
    return listed(store, listRules, request, { items, ordering: byCode, view: ruleView });
  });
