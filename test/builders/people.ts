import type { Actor } from '../../shared/domain/actor.ts';
import type { Agency } from '../../shared/domain/agency/state.ts';
import type { Membership, User } from '../../shared/domain/user/state.ts';
import { type CategoryId, categoryId, organizationId, userId } from '../../shared/kernel/ids.ts';

export const attendance = categoryId('cat_attendance');
export const montana = organizationId('MT');
export const bearCreek = organizationId('255903');
export const grandBend = organizationId('255901');

export const anAgency = (changes: Partial<Agency> = {}): Agency => ({
  name: 'Office of Public Instruction',
  shortName: 'Montana',
  timeZone: 'America/Denver',
  warningPolicy: 'NONE',
  ...changes,
});

export const aUser = (name: string, changes: Partial<User> = {}): User => ({
  id: userId(name),
  firstName: name,
  lastName: 'Test',
  email: `${name}@example.org`,
  side: 'LOCAL',
  organizationId: bearCreek,
  schools: 'ALL',
  districtAdmin: false,
  staffStateId: null,
  active: true,
  rights: {},
  memberships: [],
  ...changes,
});

const localRights = { CERTIFICATION_EVENT: 'RWAD', BATCH_QUEUE: 'R', DATASETS: 'RWAD', BATCH_RESYNC: 'RW' } as const;

export const localMembership = (
  role: 'CERTIFIER' | 'REVIEWER',
  changes: Partial<Extract<Membership, { side: 'LOCAL' }>> = {},
): Membership => ({ side: 'LOCAL', categoryId: attendance, role, districtId: bearCreek, schools: 'ALL', ...changes });

export const aCertifier = (name: string, changes: Partial<User> = {}): User =>
  aUser(name, { rights: localRights, memberships: [localMembership('CERTIFIER')], ...changes });

export const aReviewer = (name: string, changes: Partial<User> = {}): User =>
  aUser(name, { rights: localRights, memberships: [localMembership('REVIEWER')], ...changes });

export const stateMembership = (role: 'APPROVER' | 'REVIEWER', category: CategoryId = attendance): Membership => ({
  side: 'STATE',
  categoryId: category,
  role,
});

export const aStateUser = (name: string, changes: Partial<User> = {}): User =>
  aUser(name, { side: 'STATE', organizationId: montana, ...changes });

export const anApprover = (name: string, changes: Partial<User> = {}): User =>
  aStateUser(name, {
    rights: { EVENT_MANAGEMENT: 'RWAD', EVENT_REPORT: 'RWAD' },
    memberships: [stateMembership('APPROVER')],
    ...changes,
  });

export const aStateReviewer = (name: string, changes: Partial<User> = {}): User =>
  aStateUser(name, {
    rights: { EVENT_MANAGEMENT: 'RW', EVENT_REPORT: 'RW' },
    memberships: [stateMembership('REVIEWER')],
    ...changes,
  });

export const person = (user: User): Actor => ({ kind: 'PERSON', user });
export const system: Actor = { kind: 'SYSTEM', name: 'flow' };
