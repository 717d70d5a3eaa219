import type { CategoryId, OrganizationId, UserId } from '../../kernel/ids.ts';

export const tools = [
  'EVENT_MANAGEMENT',
  'EVENT_REPORT',
  'CERTIFICATION_CATEGORY',
  'CERTIFICATION_EVENT',
  'VALIDATION_RULES',
  'VALIDATION_GROUPS',
  'DIRECT_SQL',
  'DATASETS',
  'BATCH_QUEUE',
  'BATCH_RESYNC',
  'SETTINGS',
] as const;
export type Tool = (typeof tools)[number];

export type Right = 'R' | 'W' | 'A' | 'D';

/** Letters of R, W, A and D in that order, or the empty text. */
export type Rights = string;

export type SchoolScope = 'ALL' | readonly OrganizationId[];

/** What a person is in a category. State side: APPROVER or REVIEWER. Local side: CERTIFIER or REVIEWER, for schools of the district. */
export type Membership =
  | { readonly categoryId: CategoryId; readonly side: 'STATE'; readonly role: 'APPROVER' | 'REVIEWER' }
  | {
      readonly categoryId: CategoryId;
      readonly side: 'LOCAL';
      readonly role: 'CERTIFIER' | 'REVIEWER';
      readonly districtId: OrganizationId;
      readonly schools: SchoolScope;
    };

/** A person with the rights and memberships that decide what he may do. The token only says who he is. */
export interface User {
  readonly id: UserId;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly side: 'STATE' | 'LOCAL';
  readonly organizationId: OrganizationId;
  /** Schools of his district whose rows he may see. */
  readonly schools: SchoolScope;
  readonly districtAdmin: boolean;
  readonly staffStateId: string | null;
  readonly active: boolean;
  readonly rights: Readonly<Partial<Record<Tool, Rights>>>;
  readonly memberships: readonly Membership[];
}
