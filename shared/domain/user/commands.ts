import type { CategoryId, OrganizationId } from '../../kernel/ids.ts';
import type { Level } from '../category/state.ts';
import type { Organization } from '../organization/state.ts';
import type { User } from './state.ts';

/** Where somebody belongs, as looked up: the organization named, and those of the schools named that are not its own. */
export interface PlaceFacts {
  readonly organization: Organization | null;
  readonly unknownSchools: readonly OrganizationId[];
}

export type NewPerson = Pick<
  User,
  'id' | 'firstName' | 'lastName' | 'email' | 'side' | 'organizationId' | 'schools' | 'districtAdmin' | 'staffStateId'
>;

export interface CreateUser {
  readonly type: 'createUser';
  readonly person: NewPerson;
  /** Somebody has this id, in whatever case of its letters. */
  readonly nameTaken: boolean;
  readonly facts: PlaceFacts;
}

export type PersonFields = Partial<Omit<NewPerson, 'id' | 'side'> & Pick<User, 'active'>>;

export type UserCommand =
  | {
      readonly type: 'changeUser';
      readonly fields: PersonFields;
      readonly facts: PlaceFacts;
      /** Levels of the categories he is a member of. */
      readonly levels: ReadonlyMap<CategoryId, Level>;
    }
  | { readonly type: 'replaceRights'; readonly rights: User['rights'] };
