import type { CategoryId, OrganizationId, UserId } from '../../kernel/ids.ts';
import type { SchoolScope } from '../user/state.ts';

export type Level = 'DISTRICT' | 'SCHOOL';

/** A subject area: it decides who sees and acts on a certification event, on both sides. */
export interface Category {
  readonly id: CategoryId;
  readonly name: string;
  readonly level: Level;
  readonly description: string | null;
  readonly active: boolean;
  /** Districts see nothing of it until the state publishes it. */
  readonly published: boolean;
  readonly stateMembers: readonly StateMember[];
}

export interface StateMember {
  readonly userId: UserId;
  readonly name: string;
  readonly staffStateId: string | null;
  readonly role: 'APPROVER' | 'REVIEWER';
  readonly active: boolean;
}

/** A district's own list of who certifies and who reviews in a category. */
export interface LocalMembers {
  readonly categoryId: CategoryId;
  readonly districtId: OrganizationId;
  readonly members: readonly LocalMember[];
}

export interface LocalMember {
  readonly userId: UserId;
  readonly name: string;
  readonly role: 'CERTIFIER' | 'REVIEWER';
  readonly schools: SchoolScope;
}
