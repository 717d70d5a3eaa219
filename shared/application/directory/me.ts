import { permittedByRights } from '../../domain/access/permitted-by-rights.ts';
import { personOf } from '../../domain/actor.ts';
import type { Alert } from '../../domain/messaging/alert.ts';
import type { Caller } from '../caller.ts';
import type { Store } from '../ports/store.ts';
import { meView } from '../views/directory-view.ts';
import { inbox } from './alerts.ts';

const isUnread = ({ readAt }: Alert): boolean => readAt === null;

/** Who is signed in, and what his rights permit before anything is chosen. */
export const me = async (store: Store, caller: Caller) => {
  const user = personOf(caller.actor);
  const [organization, alerts] = await Promise.all([
    store.load('organization', user.organizationId),
    inbox(store, caller),
  ]);
  if (organization === undefined) throw new Error(`organization ${user.organizationId} of ${user.id} is gone`);
  const permittedCommands = permittedByRights(caller.actor);
  return meView(user, organization.state, { unreadAlerts: alerts.filter(isUnread).length, permittedCommands });
};
