import { ok } from '../../kernel/result.ts';
import type { Actor } from '../actor.ts';
import { type ByType, dispatch } from '../by-type.ts';
import { isWithin } from '../category/scope.ts';
import type { Decision, DecisionContext } from '../decision.ts';
import { type Guard, guard, valueGuard, whenAllHold } from '../guard.ts';
import { refusal } from '../refusal.ts';
import type { CreateUser, PlaceFacts, UserCommand } from './commands.ts';
import { evolveUser } from './evolve.ts';
import { membershipsFollow } from './follow.ts';
import type { UserChanged, UserHappening } from './happenings.ts';
import { canonicalToolRights, isAdministrator, stateTools, toolsBeyond } from './rights.ts';
import type { User } from './state.ts';

type Context = Pick<DecisionContext, 'actor'>;
type UserDecision = Decision<UserHappening>;
type Placed = Pick<User, 'side' | 'organizationId' | 'schools' | 'districtAdmin'>;

const isHimself = (actor: Actor, { id }: Pick<User, 'id'>): boolean => actor.kind === 'PERSON' && actor.user.id === id;

const isLocal = (actor: Actor): actor is Extract<Actor, { readonly kind: 'PERSON' }> =>
  actor.kind === 'PERSON' && actor.user.side === 'LOCAL';

/** State staff belong to the agency; everybody else to a district, and to some of its schools where he is bound to them. */
const placeGuards = (
  { side, schools, districtAdmin }: Placed,
  { organization, unknownSchools }: PlaceFacts,
): Guard[] => {
  const needed = side === 'STATE' ? 'STATE' : 'DISTRICT';
  const firstUnknown = schools === 'ALL' ? -1 : schools.findIndex((school) => unknownSchools.includes(school));
  return [
    valueGuard(organization !== null, 'REFERENCE_UNKNOWN', '/organizationId'),
    valueGuard(organization?.type === needed, 'ORGANIZATION_UNFIT', '/organizationId'),
    valueGuard(side === 'LOCAL' || schools === 'ALL', 'LOCAL_ONLY', '/schools'),
    valueGuard(side === 'LOCAL' || !districtAdmin, 'LOCAL_ONLY', '/districtAdmin'),
    valueGuard(firstUnknown < 0, 'REFERENCE_UNKNOWN', `/schools/${firstUnknown}`),
  ];
};

/** In a district nobody gives anybody, himself least of all, more than he has. */
const withinOwnReach = (actor: Actor, { organizationId, schools }: Placed): Guard => {
  if (!isLocal(actor)) return null;
  const { user } = actor;
  return guard(organizationId === user.organizationId && isWithin(schools, user.schools), 'RIGHTS_EXCEEDED');
};

export const decideCreateUser = (
  { person, nameTaken, facts }: CreateUser,
  { actor }: Context,
): Decision<UserHappening> => {
  const guards = [guard(!nameTaken, 'ALREADY_EXISTS'), withinOwnReach(actor, person), ...placeGuards(person, facts)];
  return whenAllHold(guards, () =>
    ok([{ type: 'UserCreated', user: { ...person, active: true, rights: {}, memberships: [] } }]),
  );
};

const isSamePerson = (before: User, after: User): boolean => JSON.stringify(before) === JSON.stringify(after);

const deciders: ByType<UserCommand, User, Context, UserDecision> = {
  changeUser: (user, { fields, facts, levels }, { actor }) => {
    const changed: UserChanged = { type: 'UserChanged', fields };
    const after = evolveUser(user, changed);
    const guards = [
      guard(after.active || !isHimself(actor, user), 'OWN_ADMINISTRATION'),
      withinOwnReach(actor, after),
      ...placeGuards(after, facts),
    ];
    return whenAllHold(guards, () =>
      ok(isSamePerson(user, after) ? [] : [changed, ...membershipsFollow(after, levels)]),
    );
  },
  replaceRights: (user, command, { actor }) => {
    const rights = canonicalToolRights(command.rights);
    const guards = [
      ...(isHimself(actor, user) ? ownRightsGuards(user, rights) : []),
      ...(isLocal(actor) ? grantGuards(user, rights, actor.user) : []),
    ];
    const isSame = toolsBeyond(rights, user.rights).length === 0 && toolsBeyond(user.rights, rights).length === 0;
    return whenAllHold(guards, () => ok(isSame ? [] : [{ type: 'RightsReplaced', rights }]));
  },
};

// The last administrator can only be removed by himself, and that nobody does: so one always remains.
const ownRightsGuards = (user: User, rights: User['rights']): readonly Guard[] => {
  const raised = toolsBeyond(rights, user.rights);
  const staysAdministrator = !isAdministrator(user) || isAdministrator({ ...user, rights });
  return [
    raised.length === 0 ? null : refusal('OWN_RIGHTS', { tools: raised }),
    guard(staysAdministrator, 'OWN_ADMINISTRATION'),
  ];
};

const grantGuards = (user: User, rights: User['rights'], giver: User): readonly Guard[] => {
  const given = toolsBeyond(rights, user.rights);
  const lacking = toolsBeyond(rights, giver.rights);
  const exceeded = given.filter((tool) => lacking.includes(tool) || stateTools.includes(tool));
  return [exceeded.length === 0 ? null : refusal('RIGHTS_EXCEEDED', { tools: exceeded })];
};

/** People change within their side for ever: whoever changes sides is somebody else to the audit. */
export const decideUser = (user: User, command: UserCommand, context: Context): UserDecision =>
  dispatch(deciders, user, command, context);
