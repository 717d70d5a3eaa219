import type { RuleVersion, ValidationGroup } from '../../../shared/domain/rule-library/state.ts';
import { type GroupId, groupId, ruleId } from '../../../shared/kernel/ids.ts';
import { seedDeclarations } from '../../../shared/seed/declarations.ts';
import { type SeedRule, seedRules } from '../../../shared/seed/rules.ts';
import { first, put, type Seed } from './place.ts';

export const putDeclarations = async (seed: Seed): Promise<void> => {
  for (const declaration of await seedDeclarations())
    await put(seed, declaration.name, {
      transitions: [first('dataset', declaration.name, declaration)],
      inserts: [{ row: 'declaration', declaration }],
    });
};

const versionOf = (seed: Seed, rule: SeedRule, level: RuleVersion['level']): RuleVersion => ({
  ...rule,
  id: ruleId(seed.ports.ids.next('rul')),
  ruleVersion: 1,
  level,
  // Codes are unique in the library; the school's rules are told apart by a letter.
  code: level === 'SCHOOL' ? `${rule.code}S` : rule.code,
  previousDatasets: [],
  parameters: [],
  helpUrl: null,
  adHocFilter: false,
});

const putRule = (seed: Seed, version: RuleVersion): Promise<void> =>
  put(seed, version.code, {
    transitions: [first('rule', version.id, { id: version.id, status: 'ACTIVE', newest: version })],
    inserts: [
      { row: 'ruleCode', code: version.code, ruleId: version.id },
      { row: 'ruleVersion', version },
    ],
  });

const putGroup = async (seed: Seed, name: string, rules: readonly RuleVersion[]): Promise<GroupId> => {
  const group: ValidationGroup = {
    id: groupId(seed.ports.ids.next('grp')),
    groupVersion: 1,
    name,
    description: null,
    level: rules[0]?.level ?? 'DISTRICT',
    active: true,
    rules: rules.map(({ id, ruleVersion }) => ({ ruleId: id, ruleVersion, severityOverride: null, enabled: true })),
  };
  await put(seed, name, { transitions: [first('validationGroup', group.id, group)] });
  return group.id;
};

export interface SeededGroups {
  readonly attendance: GroupId;
  readonly enrollment: GroupId;
  readonly school: GroupId;
}

/** The rules of the seed, and the groups that report them together. */
export const putLibrary = async (seed: Seed): Promise<SeededGroups> => {
  const rules = await seedRules();
  const district = rules.map((rule) => versionOf(seed, rule, 'DISTRICT'));
  const school = rules.map((rule) => versionOf(seed, rule, 'SCHOOL'));
  for (const version of [...district, ...school]) await putRule(seed, version);
  return {
    attendance: await putGroup(seed, 'Attendance and Enrollment', district),
    enrollment: await putGroup(
      seed,
      'Enrollment Only',
      district.filter(({ code }) => code.startsWith('ENR')),
    ),
    school: await putGroup(seed, 'School Attendance', school),
  };
};
