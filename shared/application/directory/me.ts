import { permittedByRights } from '../../domain/access/permitted-by-rights.ts';
import { personOf } from '../../domain/actor.ts';
import type { Caller } from '../caller.ts';
import type { Store } from '../ports/store.ts';
import { meView } from '../views/directory-view.ts';
import { unreadCount } from './alerts.ts';

/** Who is signed in, and what his rights permit before anything is chosen. */
export const me = async (store: Store, caller: Caller) => {
  const user = personOf(caller.actor);
  const [organization, unread] = await Promise.all([
    store.load('organization', user.organizationId),
    unreadCount(store, caller),
  ]);
  if (organization === undefined) throw new Error(`organization ${user.organizationId} of ${user.id} is gone`);
  const permittedCommands = permittedByRights(caller.actor);
  return meView(user, organization.state, { unreadAlerts: unread, permittedCommands });
};
