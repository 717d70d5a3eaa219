import { type ListedMember, matchingLocalMembers } from '../../../shared/application/directory/local-members.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { listedMemberView } from '../../../shared/application/views/user-view.ts';
import { listLocalMembers } from '../../../shared/contracts/operations/categories.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { listed } from '../../../shared/runtime/http/listed.ts';
import type { Ordering } from '../../../shared/runtime/http/paging.ts';

const byName: Ordering<ListedMember> = {
  sortKey: ({ name }) => name,
  id: ({ districtId, userId }) => `${districtId}/${userId}`,
  descending: false,
};

export const listLocalMembersDoor = ({ store }: Ports) =>
  door(listLocalMembers, async (request) => {
    const items = await matchingLocalMembers(store, request.caller, request.params.id, request.query);
    if (!items.ok) return items;
    return listed(store, listLocalMembers, request, { items: items.value, ordering: byName, view: listedMemberView });
  });
