import type { CategoryId, OrganizationId, UserId } from '../../kernel/ids.ts';
import type { Category, LocalMember, StateMember } from './state.ts';

export interface CategoryCreated {
  readonly type: 'CategoryCreated';
  readonly category: Category;
}
export interface CategoryChanged {
  readonly type: 'CategoryChanged';
  readonly fields: Partial<Pick<Category, 'name' | 'description' | 'active'>>;
}
export interface CategoryPublished {
  readonly type: 'CategoryPublished';
}
/** Reaction: the person's own list of memberships follows in the same commit. */
export interface StateMemberSet {
  readonly type: 'StateMemberSet';
  readonly member: StateMember;
}
export interface StateMemberRemoved {
  readonly type: 'StateMemberRemoved';
  readonly userId: UserId;
}
export type CategoryHappening =
  | CategoryCreated
  | CategoryChanged
  | CategoryPublished
  | StateMemberSet
  | StateMemberRemoved;

/** Reaction: the person's memberships follow in the same commit; participants under way are reconciled. */
export interface LocalMemberSet {
  readonly type: 'LocalMemberSet';
  readonly categoryId: CategoryId;
  readonly districtId: OrganizationId;
  readonly member: LocalMember;
}
export interface LocalMemberRemoved {
  readonly type: 'LocalMemberRemoved';
  readonly userId: UserId;
}
export type LocalMembersHappening = LocalMemberSet | LocalMemberRemoved;
