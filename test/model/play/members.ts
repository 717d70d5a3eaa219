import { managers } from '../system/people.ts';
import { removeMember, setMember } from '../workflow/members.ts';
import { mayListMembers } from '../workflow/library.ts';
import { refuseUnless, type Verdict } from '../workflow/verdict.ts';
import type { World } from '../workflow/world.ts';
import type { MemberCommand } from './commands.ts';
import type { Play } from './play.ts';

/* What the managers of the districts' lists do. */

const homeOf = ({ cast }: World, name: string): string | undefined => {
  const person = [...cast.people, ...cast.newcomers].find((one) => one.name === name);
  return person && cast.districtOf(person.organizationId);
};

const listIsThere = ({ library: { category } }: World): Verdict => refuseUnless(category.published, 'NOT_FOUND');

/** Only the district's own manager; another district does not even know of the list. */
const right = (world: World, { by, org, type }: MemberCommand): Verdict => {
  if (managers.get(org) === by) return type === 'setMember' ? mayListMembers(world) : listIsThere(world);
  const isElsewhere =
    [...managers].some(([home, name]) => name === by && home !== org) || (homeOf(world, by) ?? org) !== org;
  return [isElsewhere ? 'NOT_FOUND' : 'FORBIDDEN'];
};

export const playMember = (world: World, command: MemberCommand): Play => {
  const { by, org, user } = command;
  const path = (categoryId: string): string => `/v1/categories/${categoryId}/local-members/${org}/${user}`;
  const may = right(world, command);
  const verdict: Verdict = may.length > 0 || homeOf(world, user) === org ? may : ['NOT_FOUND'];
  if (command.type === 'removeMember')
    return {
      ask: async ({ place }) => ({ by, method: 'DELETE', path: path(place.categoryId) }),
      status: 204,
      verdict,
      effect: () => removeMember(world, org, user),
    };
  const { role } = command;
  const schools = world.cast.schoolsOf(user);
  return {
    ask: async ({ place }) => ({
      by,
      method: 'PUT',
      path: path(place.categoryId),
      body: { role, schools },
    }),
    status: 200,
    verdict,
    effect: () => setMember(world, org, { userId: user, role, schools }),
  };
};
