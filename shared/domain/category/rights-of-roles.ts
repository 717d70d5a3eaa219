import { holds, type ToolRights } from '../access/grant.ts';
import type { User } from '../user/state.ts';
import type { LocalMember, StateMember } from './state.ts';

const needed = {
  APPROVER: { EVENT_MANAGEMENT: 'RWAD', EVENT_REPORT: 'RWAD' },
  STATE_REVIEWER: { EVENT_MANAGEMENT: 'RW', EVENT_REPORT: 'RW' },
  CERTIFIER: { CERTIFICATION_EVENT: 'RWAD' },
  LOCAL_REVIEWER: { CERTIFICATION_EVENT: 'RWAD' },
} as const satisfies Readonly<Record<string, ToolRights>>;

/** A member counts whatever his rights are; without those of his role he cannot do what is expected of him. */
export const rightsTooLow = (user: User, role: StateMember['role'] | LocalMember['role']): boolean => {
  if (role === 'REVIEWER') return !holds(user, user.side === 'STATE' ? needed.STATE_REVIEWER : needed.LOCAL_REVIEWER);
  return !holds(user, needed[role]);
};
