import type { Operation } from '../../../shared/domain/access/policy.ts';
import type { Tool } from '../../../shared/domain/user/state.ts';

/** What the text says about a person, in its own words. Places of a local person are as seen from the thing at hand. */
export interface PersonFacts {
  readonly side: 'STATE' | 'LOCAL';
  readonly active: boolean;
  readonly rights: Readonly<Partial<Record<Tool, string>>>;
  /** In the category of the thing at hand; `elsewhere`: in another category, or made a member by another district. */
  readonly member: 'APPROVER' | 'CERTIFIER' | 'REVIEWER' | 'NOBODY' | 'ELSEWHERE';
  /** OWN: whole district of the thing. ONE_SCHOOL: bound to its school. SIBLING: bound to another school. FOREIGN: another district. */
  readonly place: 'OWN' | 'ONE_SCHOOL' | 'SIBLING' | 'FOREIGN' | 'STATE';
  /** Looks after the people of his district. */
  readonly admin: boolean;
}

export interface ThingFacts {
  readonly kind:
    | 'AGENCY'
    | 'ORGANIZATION'
    | 'DISTRICT_DATA'
    | 'CATEGORY'
    | 'LOCAL_MEMBERS'
    | 'USER'
    | 'EVENT'
    | 'PARTICIPANT'
    | 'RUN'
    | 'STATE_RUN';
  readonly level: 'DISTRICT' | 'SCHOOL';
  readonly event: 'OPEN' | 'PUBLISHING' | 'PUBLISHED' | 'CLOSED' | 'DELETED';
  readonly withdrawn: boolean;
  /** Of a category: districts see nothing of it before. */
  readonly published: boolean;
  /** Of a person: of the state, of the whole district, or of its one school. */
  readonly whose: 'STATE' | 'DISTRICT' | 'SCHOOL';
}

export type Verdict = 'ALLOWED' | 'FORBIDDEN' | 'NOT_FOUND';

export type Decider = (operation: Operation, person: PersonFacts, thing: ThingFacts) => Verdict;
