import { bearCreek, grandBend, localMembership, montana, stateMembership, aUser } from '../../builders/people.ts';
import { type Actor } from '../../../shared/domain/actor.ts';
import { type Membership, type Tool, tools, type User } from '../../../shared/domain/user/state.ts';
import { categoryId, organizationId } from '../../../shared/kernel/ids.ts';
import type { PersonFacts } from './facts.ts';

export const school = organizationId('0588');
const sibling = organizationId('0589');
const otherCategory = categoryId('cat_discipline');

export interface MatrixPerson {
  readonly facts: PersonFacts;
  readonly actor: Actor;
}

const letterSets: readonly string[] = Array.from({ length: 16 }, (_, bits) =>
  Array.from('RWAD')
    .filter((_letter, index) => (bits & (1 << index)) !== 0)
    .join(''),
);

const schoolsOf = { OWN: 'ALL', FOREIGN: 'ALL', STATE: 'ALL', ONE_SCHOOL: [school], SIBLING: [sibling] } as const;

const membershipsOf = ({ member, place, side }: PersonFacts): readonly Membership[] => {
  if (member === 'NOBODY') return [];
  if (side === 'STATE') return [stateMembership(member === 'REVIEWER' ? 'REVIEWER' : 'APPROVER', ...elsewhere(member))];
  const role = member === 'REVIEWER' ? 'REVIEWER' : 'CERTIFIER';
  const districtId = place === 'FOREIGN' ? grandBend : bearCreek;
  const inAnother = member === 'ELSEWHERE' ? { categoryId: otherCategory } : {};
  return [localMembership(role, { districtId, schools: schoolsOf[place], ...inAnother })];
};

const elsewhere = (member: PersonFacts['member']) => (member === 'ELSEWHERE' ? [otherCategory] : []);

const userOf = (facts: PersonFacts): User =>
  aUser('somebody', {
    side: facts.side,
    organizationId: facts.side === 'STATE' ? montana : facts.place === 'FOREIGN' ? grandBend : bearCreek,
    schools: schoolsOf[facts.place],
    districtAdmin: facts.admin,
    active: facts.active,
    rights: facts.rights,
    memberships: membershipsOf(facts),
  });

const positions: readonly Pick<PersonFacts, 'side' | 'place' | 'member' | 'admin'>[] = [
  ...(['NOBODY', 'APPROVER', 'REVIEWER', 'ELSEWHERE'] as const).map(
    (member) => ({ side: 'STATE', place: 'STATE', member, admin: false }) as const,
  ),
  ...(['OWN', 'ONE_SCHOOL', 'SIBLING', 'FOREIGN'] as const).flatMap((place) =>
    (['NOBODY', 'CERTIFIER', 'REVIEWER', 'ELSEWHERE'] as const).map(
      (member) => ({ side: 'LOCAL', place, member, admin: false }) as const,
    ),
  ),
  ...(['OWN', 'ONE_SCHOOL', 'SIBLING', 'FOREIGN'] as const).map(
    (place) => ({ side: 'LOCAL', place, member: 'NOBODY', admin: true }) as const,
  ),
];

const rightsOf = (pair: readonly [Tool, Tool], first: string, second: string, rest: string) =>
  Object.fromEntries([...tools.map((tool) => [tool, rest]), [pair[0], first], [pair[1], second]]);

const make = (facts: PersonFacts): MatrixPerson => ({ facts, actor: { kind: 'PERSON', user: userOf(facts) } });

/** Everybody, in every position, with all 256 rights on two tools while he holds nothing, or everything, on all the others. */
export const everybodyWith = (pair: readonly [Tool, Tool]): readonly MatrixPerson[] =>
  ['', 'RWAD'].flatMap((rest) =>
    letterSets.flatMap((first) =>
      letterSets.flatMap((second) => {
        const rights = rightsOf(pair, first, second, rest);
        return [true, false].flatMap((active) => positions.map((position) => make({ ...position, active, rights })));
      }),
    ),
  );
