import type { Ports } from '../../../shared/application/ports/ports.ts';
import { denied } from '../../../shared/application/queries/denied.ts';
import { ruleVersionOf } from '../../../shared/application/queries/rule-library.ts';
import { ruleWithLog } from '../../../shared/application/views/rule-view.ts';
import { getRule } from '../../../shared/contracts/operations/validation.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const getRuleDoor = ({ store }: Ports) =>
  door(getRule, async ({ params, query, caller }) => {
    const refused = denied(caller, 'getRule', { kind: 'AGENCY' });
    if (refused) return refuse(refused);
    const [read, entries] = await Promise.all([store.load('rule', params.id), store.chainOf('rule', params.id)]);
    const shown = read && (await ruleVersionOf(store, read.state, query.version));
    if (!read || !shown) return refuse({ code: 'NOT_FOUND' });
    return ok({ body: ruleWithLog(read.state, shown, entries), version: read.version });
  });
