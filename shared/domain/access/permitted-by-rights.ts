import { categoryId } from '../../kernel/ids.ts';
import { type Actor, personOf } from '../actor.ts';
import type { User } from '../user/state.ts';
import { access } from './access.ts';
import { type Operation, policy } from './policy.ts';
import type { Resource } from './resource.ts';

const operations = Object.keys(policy).filter((name): name is Operation => name in policy);

const ofPeople: ReadonlySet<Operation> = new Set(['listUsers', 'getUser', 'createUser', 'changeUser', 'replaceRights']);
const ofMembers: ReadonlySet<Operation> = new Set(['listLocalMembers', 'setLocalMember', 'removeLocalMember']);
const ofData: ReadonlySet<Operation> = new Set([
  'createUpload',
  'completeUpload',
  'setColumnMapping',
  'getUpload',
  'listUploadErrors',
  'getDataStatus',
  'getReconciliation',
  'syncData',
  'resyncData',
]);

/** The nearest thing of that kind: of the person's own district, in a category that districts see. */
const ownThing = (user: User, operation: Operation): Resource => {
  const districtId = user.organizationId;
  if (ofPeople.has(operation)) return { kind: 'USER', user };
  if (ofData.has(operation)) return { kind: 'DISTRICT_DATA', districtId };
  if (!ofMembers.has(operation)) return { kind: 'AGENCY' };
  const category = {
    id: categoryId('any'),
    name: '',
    level: 'DISTRICT',
    description: null,
    active: true,
    published: true,
    stateMembers: [],
  } as const;
  return { kind: 'LOCAL_MEMBERS', category, districtId };
};

/**
 * What a person's rights open to him, whatever the single thing is: which places and which "New" buttons he is shown. What
 * also hangs on membership, status or clock is told with the thing itself.
 */
export const permittedByRights = (actor: Actor): readonly Operation[] =>
  operations.filter((operation) => access(actor, operation, ownThing(personOf(actor), operation)) === 'ALLOWED');
