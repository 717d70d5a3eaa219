import type { CategoryId, OrganizationId } from '../../kernel/ids.ts';
import type { PersonFields } from './commands.ts';
import type { SchoolScope, User } from './state.ts';

/** Reaction: an account at the sign-in. */
export interface UserCreated {
  readonly type: 'UserCreated';
  readonly user: User;
}
/** Reaction: the account follows, and so do the entries of categories that name him. */
export interface UserChanged {
  readonly type: 'UserChanged';
  readonly fields: PersonFields;
}
export interface RightsReplaced {
  readonly type: 'RightsReplaced';
  readonly rights: User['rights'];
}
/** He may see fewer schools than he was a member for. Reaction: the district's list follows. */
export interface MembershipNarrowed {
  readonly type: 'MembershipNarrowed';
  readonly categoryId: CategoryId;
  readonly districtId: OrganizationId;
  readonly schools: SchoolScope;
}
/** He was deactivated, left the district, or sees none of the schools. Reaction: the district's list loses him. */
export interface MembershipEnded {
  readonly type: 'MembershipEnded';
  readonly categoryId: CategoryId;
  readonly districtId: OrganizationId;
}
export type UserHappening = UserCreated | UserChanged | RightsReplaced | MembershipNarrowed | MembershipEnded;
