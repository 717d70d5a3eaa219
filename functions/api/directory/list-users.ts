import { usersPage } from '../../../shared/application/directory/people.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { denied } from '../../../shared/application/queries/denied.ts';
import { userView } from '../../../shared/application/views/user-view.ts';
import { listUsers } from '../../../shared/contracts/operations/people.ts';
import { personOf } from '../../../shared/domain/actor.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { listedByStore } from '../../../shared/runtime/http/listed.ts';

export const listUsersDoor = ({ store }: Ports) =>
  door(listUsers, async (request) => {
    const { caller, query } = request;
    const refused = denied(caller, 'listUsers', { kind: 'USER', user: personOf(caller.actor) });
    if (refused) return refuse(refused);
    const page = await listedByStore(store, listUsers, request, (wish) => usersPage(store, caller, query, wish));
    return page.ok
      ? ok({ body: { ...page.value, items: page.value.items.map(({ state }) => userView(state)) } })
      : page;
  });
