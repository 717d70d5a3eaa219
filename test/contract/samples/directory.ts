import type { StateOf } from '../../../shared/application/entities.ts';
import { organizationId, userId } from '../../../shared/kernel/ids.ts';
import { attendance, anAgency, anApprover, aUser, bearCreek, localMembership, montana } from '../../builders/people.ts';
import { aCategory } from '../../builders/rule-library.ts';

export const agencies: readonly StateOf<'agency'>[] = [anAgency(), anAgency({ warningPolicy: 'EXPLAIN' })];

export const organizations: readonly StateOf<'organization'>[] = [
  { id: montana, type: 'STATE', name: 'Montana', number: '30', parentOrganizationId: null },
  { id: organizationId('R1'), type: 'REGION', name: 'West', number: '01', parentOrganizationId: montana },
  { id: bearCreek, type: 'DISTRICT', name: 'Bear Creek', number: '255903', parentOrganizationId: montana },
  {
    id: organizationId('255903001'),
    type: 'SCHOOL',
    name: 'Escuela Básica «Ñandú» 学校',
    number: '001',
    parentOrganizationId: bearCreek,
  },
];

export const users: readonly StateOf<'user'>[] = [
  anApprover('sam', { staffStateId: 'S-1' }),
  aUser('ana', {
    schools: [organizationId('255903001')],
    rights: { CERTIFICATION_EVENT: 'RWAD', SETTINGS: '' },
    memberships: [localMembership('CERTIFIER', { schools: [organizationId('255903001')] })],
    districtAdmin: true,
  }),
  aUser('lee', { active: false }),
];

export const categories: readonly StateOf<'category'>[] = [
  aCategory(),
  aCategory({
    description: 'Who was there',
    stateMembers: [
      { userId: userId('sam'), name: 'Sam', staffStateId: null, role: 'APPROVER', active: true },
      { userId: userId('rob'), name: 'Rob', staffStateId: 'S-2', role: 'REVIEWER', active: false },
    ],
  }),
];

export const localMembers: readonly StateOf<'localMembers'>[] = [
  { categoryId: attendance, districtId: bearCreek, members: [] },
  {
    categoryId: attendance,
    districtId: bearCreek,
    members: [
      { userId: userId('ana'), name: 'Ana', role: 'CERTIFIER', schools: 'ALL' },
      { userId: userId('rita'), name: 'Rita', role: 'REVIEWER', schools: [organizationId('255903001')] },
    ],
  },
];

export const datasets: readonly StateOf<'dataset'>[] = [
  {
    name: 'students',
    version: 1,
    title: 'Students',
    columns: [
      { name: 'studentUniqueId', type: 'string', required: true, description: 'The student' },
      { name: 'schoolId', type: 'string', required: true },
      { name: 'sex', type: 'string', required: false, codes: ['Female', 'Male'] },
    ],
    key: ['studentUniqueId'],
    schoolColumn: 'schoolId',
    schoolThrough: null,
  },
  {
    name: 'studentTransport',
    version: 2,
    title: 'Transport',
    columns: [{ name: 'studentUniqueId', type: 'string', required: true }],
    key: ['studentUniqueId'],
    schoolColumn: null,
    schoolThrough: { dataset: 'students', column: 'studentUniqueId' },
    retired: true,
  },
];
