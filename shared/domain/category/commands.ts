import type { CategoryId, OrganizationId, UserId } from '../../kernel/ids.ts';
import type { User } from '../user/state.ts';
import type { Category, LocalMember, StateMember } from './state.ts';

export interface CreateCategory {
  readonly type: 'createCategory';
  readonly id: CategoryId;
  readonly fields: Pick<Category, 'name' | 'level' | 'description' | 'active'>;
}

export type CategoryCommand =
  | {
      readonly type: 'changeCategory';
      readonly fields: Partial<Pick<Category, 'name' | 'description' | 'active'>>;
      /** A published certification event uses it. */
      readonly inUse: boolean;
    }
  | { readonly type: 'publishCategory' }
  | { readonly type: 'setStateMember'; readonly user: User | null; readonly role: StateMember['role'] }
  | { readonly type: 'removeStateMember'; readonly userId: UserId }
  /** A member himself has changed: name, staff id, active or not. */
  | { readonly type: 'followUser'; readonly user: User };

/** `user` null: nobody of that id. */
export type LocalMembersCommand =
  | {
      readonly type: 'setLocalMember';
      readonly category: Category;
      readonly districtId: OrganizationId;
      readonly user: User | null;
      readonly role: LocalMember['role'];
      readonly schools: LocalMember['schools'];
      /** Of the schools named, those that are not the district's. */
      readonly unknownSchools: readonly OrganizationId[];
    }
  | { readonly type: 'removeLocalMember'; readonly userId: UserId }
  /** A member himself has changed; his own membership says what is left of it. */
  | { readonly type: 'followUser'; readonly categoryId: CategoryId; readonly user: User };
