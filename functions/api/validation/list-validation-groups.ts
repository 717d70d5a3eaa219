import type { Ports } from '../../../shared/application/ports/ports.ts';
import { denied } from '../../../shared/application/queries/denied.ts';
import { matchingGroups } from '../../../shared/application/queries/rule-library.ts';
import { groupView } from '../../../shared/application/views/rule-view.ts';
import { listValidationGroups } from '../../../shared/contracts/operations/validation.ts';
import type { ValidationGroup } from '../../../shared/domain/rule-library/state.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { listed } from '../../../shared/runtime/http/listed.ts';
import type { Ordering } from '../../../shared/runtime/http/paging.ts';

const byName: Ordering<ValidationGroup> = {
  sortKey: (group) => group.name,
  id: (group) => group.id,
  descending: false,
};

export const listValidationGroupsDoor = ({ store }: Ports) =>
  door(listValidationGroups, async (request) => {
    const refused = denied(request.caller, 'listValidationGroups', { kind: 'AGENCY' });
    if (refused) return refuse(refused);
    const items = await matchingGroups(store, request.query);
    return listed(store, listValidationGroups, request, { items, ordering: byName, view: groupView });
  });
