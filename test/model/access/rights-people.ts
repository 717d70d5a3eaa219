import type { User } from '../../../shared/domain/user/state.ts';
import {
  aCertifier,
  anApprover,
  aReviewer,
  aStateReviewer,
  aStateUser,
  aUser,
  grandBend,
  localMembership,
} from '../../builders/people.ts';
import { organizationId } from '../../../shared/kernel/ids.ts';

interface Representative {
  readonly name: string;
  readonly user: User;
}

const everything = { EVENT_MANAGEMENT: 'RWAD', EVENT_REPORT: 'RWAD', SETTINGS: 'RWAD', BATCH_QUEUE: 'RWAD' } as const;
const school = organizationId('255903001');

/** One of each kind, as an agency and its districts have them. */
export const people: readonly Representative[] = [
  { name: 'state administrator', user: aStateUser('admin', { rights: everything }) },
  { name: 'state publisher', user: aStateUser('pub', { rights: { EVENT_MANAGEMENT: 'A' } }) },
  { name: 'state approver', user: anApprover('april') },
  { name: 'state reviewer', user: aStateReviewer('stan') },
  { name: 'approver of another category', user: anApprover('otto', { memberships: [] }) },
  { name: 'district certifier', user: aCertifier('ana') },
  { name: 'certifier without D', user: aCertifier('cara', { rights: { CERTIFICATION_EVENT: 'RWA' } }) },
  { name: 'district reviewer', user: aReviewer('rita') },
  {
    name: 'school certifier',
    user: aCertifier('sid', { schools: [school], memberships: [localMembership('CERTIFIER', { schools: [school] })] }),
  },
  { name: 'district administrator', user: aUser('dora', { rights: { CERTIFICATION_CATEGORY: 'RWAD' } }) },
  {
    name: 'certifier of another district',
    user: aCertifier('gus', {
      organizationId: grandBend,
      memberships: [localMembership('CERTIFIER', { districtId: grandBend })],
    }),
  },
];
