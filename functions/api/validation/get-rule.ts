import type { Ports } from '../../../shared/application/ports/ports.ts';
import { denied } from '../../../shared/application/queries/denied.ts';
import { ruleView } from '../../../shared/application/views/rule-view.ts';
import { getRule } from '../../../shared/contracts/operations/validation.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const getRuleDoor = ({ store }: Ports) =>
  door(getRule, async ({ params, caller }) => {
    const refused = denied(caller, 'getRule', { kind: 'AGENCY' });
    if (refused) return refuse(refused);
    const read = await store.load('rule', params.id);
    return read ? ok({ body: ruleView(read.state), version: read.version }) : refuse({ code: 'NOT_FOUND' });
  });
