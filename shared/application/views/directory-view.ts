import type { Agency } from '../../domain/agency/state.ts';
import type { Category } from '../../domain/category/state.ts';
import type { Alert } from '../../domain/messaging/alert.ts';
import type { Organization } from '../../domain/organization/state.ts';
import type { User } from '../../domain/user/state.ts';
import type { Instant } from '../../kernel/instant.ts';

export const settingsView = (agency: Agency, now: Instant) => ({ id: 'AGENCY' as const, ...agency, now });

export const organizationView = ({ id, type, name, number, parentOrganizationId }: Organization) => ({
  id,
  type,
  name,
  number,
  parentOrganizationId,
});

export const categoryView = ({ stateMembers, ...category }: Category) => ({
  ...category,
  stateMembers: stateMembers.map(({ userId, name, staffStateId, role, active }) => ({
    userId,
    name,
    staffStateId,
    role,
    active,
  })),
});

/** One line of the Message Center. */
export const alertView = ({
  id,
  process,
  kind,
  name,
  facts,
  text,
  required,
  postedAt,
  dueDate,
  link,
  readAt,
}: Alert) => ({
  id,
  process,
  type: kind,
  name,
  facts,
  text,
  required,
  postedAt,
  dueDate,
  link,
  readAt,
});

export type AlertView = ReturnType<typeof alertView>;

/** The person who is signed in, with everything that decides what he is offered. */
interface MeFacts {
  readonly unreadAlerts: number;
  readonly permittedCommands: readonly string[];
}

export const meView = (user: User, organization: Organization, { unreadAlerts, permittedCommands }: MeFacts) => ({
  id: user.id,
  userId: user.id,
  firstName: user.firstName,
  lastName: user.lastName,
  email: user.email,
  side: user.side,
  organization: organizationView(organization),
  organizationId: user.organizationId,
  schools: user.schools,
  districtAdmin: user.districtAdmin,
  rights: user.rights,
  memberships: user.memberships.map(({ categoryId, role }) => ({ categoryId, role })),
  unreadAlerts,
  permittedCommands,
});
