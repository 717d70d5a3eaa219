import type { Ports } from '../../shared/application/ports/ports.ts';
import type { Insert, Transition } from '../../shared/application/ports/unit-of-work.ts';
import type { DatasetDeclaration } from '../../shared/engine/declaration.ts';
import type { Category, Level, LocalMembers } from '../../shared/domain/category/state.ts';
import type { Organization } from '../../shared/domain/organization/state.ts';
import { type Tool, tools, type User } from '../../shared/domain/user/state.ts';
import { userId } from '../../shared/kernel/ids.ts';
import {
  aCertifier,
  anAgency,
  anApprover,
  aReviewer,
  aStateReviewer,
  aStateUser,
  attendance,
  bearCreek,
  grandBend,
  localMembership,
  montana,
  system,
} from './people.ts';
import { aCategory, aGroup, aRule, aRuleVersion } from './rule-library.ts';

const organizations: readonly Organization[] = [
  { id: montana, type: 'STATE', name: 'Montana', number: 'MT', parentOrganizationId: null },
  { id: bearCreek, type: 'DISTRICT', name: 'Bear Creek', number: '255903', parentOrganizationId: montana },
  { id: grandBend, type: 'DISTRICT', name: 'Grand Bend', number: '255901', parentOrganizationId: montana },
];

const everything = Object.fromEntries(tools.map((tool): [Tool, string] => [tool, 'RWAD']));
const grandBendMembership = localMembership('CERTIFIER', { districtId: grandBend });

const people: readonly User[] = [
  aStateUser('admin', { rights: everything }),
  anApprover('april'),
  aStateReviewer('stan'),
  aCertifier('ana'),
  aReviewer('rita'),
  aCertifier('gus', { organizationId: grandBend, memberships: [grandBendMembership] }),
  aStateUser('nobody', { rights: {} }),
  aStateUser('gone', { rights: everything, active: false }),
];

const members = (districtId: LocalMembers['districtId'], ...names: readonly string[]): LocalMembers => ({
  categoryId: attendance,
  districtId,
  members: names.map((name, index) => ({
    userId: userId(name),
    name,
    role: index === 0 ? 'CERTIFIER' : 'REVIEWER',
    schools: 'ALL',
  })),
});

const stateMembers: Category['stateMembers'] = [
  { userId: userId('april'), name: 'april Test', staffStateId: null, role: 'APPROVER', active: true },
  { userId: userId('stan'), name: 'stan Test', staffStateId: null, role: 'REVIEWER', active: true },
];

const students: DatasetDeclaration = {
  name: 'students',
  version: 1,
  title: 'Students',
  columns: [{ name: 'studentUniqueId', type: 'string', required: true }],
  key: ['studentUniqueId'],
  schoolColumn: null,
  schoolThrough: null,
};

const made = { before: null, command: 'seed' } as const;

const transitions = (level: Level): readonly Transition[] => [
  { entity: 'agency', key: 'AGENCY', after: anAgency(), ...made },
  ...organizations.map((after): Transition => ({ entity: 'organization', key: after.id, after, ...made })),
  ...people.map((after): Transition => ({ entity: 'user', key: after.id, after, ...made })),
  { entity: 'category', key: attendance, after: aCategory({ stateMembers, level }), ...made },
  ...[members(bearCreek, 'ana', 'rita'), members(grandBend, 'gus')].map(
    (after): Transition => ({ entity: 'localMembers', key: after, after, ...made }),
  ),
  { entity: 'rule', key: aRule().id, after: aRule({ level }), ...made },
  { entity: 'validationGroup', key: aGroup().id, after: aGroup({ level }), ...made },
  { entity: 'dataset', key: students.name, after: students, ...made },
];

const inserts = (level: Level): readonly Insert[] => [
  { row: 'ruleCode', code: aRuleVersion().code, ruleId: aRuleVersion().id },
  { row: 'ruleVersion', version: aRuleVersion({ level }) },
];

/**
 * Montana with Bear Creek (certifier ana, reviewer rita) and Grand Bend (certifier gus), one dataset, and one category, rule
 * and group, which are of one level.
 */
export const seedSmallState = async ({ unitOfWork, clock }: Ports, level: Level = 'DISTRICT'): Promise<void> => {
  const all = {
    actor: system,
    now: clock.now(),
    requestId: 'seed',
    transitions: transitions(level),
    inserts: inserts(level),
  };
  const { kind } = await unitOfWork.commit(all);
  if (kind !== 'COMMITTED') throw new Error(`the small state is ${kind}`);
};
