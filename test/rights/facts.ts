import type { PersonFacts, ThingFacts, Verdict } from '../model/access/facts.ts';
import { oracle } from '../model/access/oracle.ts';
import type { Operation } from '../../shared/domain/access/policy.ts';

/** A person as the API shows him to an administrator: the facts of the oracle, before it is known what he wants to touch. */
export interface Known {
  readonly userId: string;
  readonly side: 'STATE' | 'LOCAL';
  readonly organizationId: string;
  readonly schools: 'ALL' | readonly string[];
  readonly districtAdmin: boolean;
  readonly active: boolean;
  readonly rights: PersonFacts['rights'];
  readonly memberships: readonly { readonly categoryId: string; readonly role: PersonFacts['member'] }[];
}

/** Something that an address or a body names. */
export interface Thing {
  readonly name: string;
  readonly about: ThingFacts;
  readonly categoryId: string | null;
  /** Null where it belongs to no district. */
  readonly districtId: string | null;
  readonly schoolId: string | null;
  /** Whose it is, where it is one person's own. */
  readonly owner: string | null;
  /** An id that names nothing: null where it names something. Of what is the whole agency's the right is asked for first. */
  readonly absent: 'FIRST' | 'AFTER_RIGHTS' | null;
  /** What stands in addresses for it, by parameter. */
  readonly ids: Readonly<Record<string, string>>;
}

const placeOf = ({ side, organizationId, schools }: Known, thing: Thing): PersonFacts['place'] => {
  if (side === 'STATE') return 'STATE';
  if (thing.districtId === null) return 'OWN';
  if (thing.districtId !== organizationId) return 'FOREIGN';
  if (schools === 'ALL') return 'OWN';
  return thing.schoolId === null || schools.includes(thing.schoolId) ? 'ONE_SCHOOL' : 'SIBLING';
};

const memberOf = ({ memberships }: Known, { categoryId }: Thing): PersonFacts['member'] => {
  const found = memberships.find((membership) => membership.categoryId === categoryId);
  return found?.role ?? (memberships.length === 0 ? 'NOBODY' : 'ELSEWHERE');
};

/** What the second reading of the text says about this person and this thing. */
export const verdictOn = (operation: Operation, person: Known, thing: Thing): Verdict => {
  const { side, active, rights, districtAdmin: admin } = person;
  const facts = { side, active, rights, admin, place: placeOf(person, thing), member: memberOf(person, thing) };
  if (!active) return 'FORBIDDEN';
  const isOthers = thing.owner !== null && thing.owner !== person.userId;
  if (isOthers || thing.absent === 'FIRST') return 'NOT_FOUND';
  const verdict = oracle(operation, facts, thing.about);
  return verdict === 'ALLOWED' && thing.absent === 'AFTER_RIGHTS' ? 'NOT_FOUND' : verdict;
};
