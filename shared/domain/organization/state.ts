import type { OrganizationId } from '../../kernel/ids.ts';

export type OrganizationType = 'STATE' | 'REGION' | 'DISTRICT' | 'SCHOOL';

/** Ids and numbers are the agency's own, leading zeros kept. A school's parent is its district. */
export interface Organization {
  readonly id: OrganizationId;
  readonly type: OrganizationType;
  readonly name: string;
  readonly number: string;
  readonly parentOrganizationId: OrganizationId | null;
}
