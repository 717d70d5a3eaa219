import type { Category } from '../../shared/domain/category/state.ts';
import type { LinkedGroup, References } from '../../shared/domain/certification-event/commands.ts';
import type { RuleFields } from '../../shared/domain/rule-library/commands.ts';
import type { Rule, RuleVersion, ValidationGroup } from '../../shared/domain/rule-library/state.ts';
import { ruleId } from '../../shared/kernel/ids.ts';
import { tardiness } from './certification-event.ts';
import { attendance } from './people.ts';

export const ruleFields = (changes: Partial<RuleFields> = {}): RuleFields => ({
  code: 'TAR-1',
  name: 'Tardiness per student',
  severity: 'WARNING',
  kind: 'FINDINGS',
  level: 'DISTRICT',
  datasets: ['students'],
  previousDatasets: [],
  sql: 'select 1',
  parameters: [],
  message: 'late',
  causeColumn: null,
  resolution: null,
  helpUrl: null,
  adHocFilter: false,
  ...changes,
});

export const aRuleVersion = (changes: Partial<RuleVersion> = {}): RuleVersion => ({
  ...ruleFields(),
  id: ruleId('rul_tardy'),
  ruleVersion: 1,
  ...changes,
});

export const aRule = (newest: Partial<RuleVersion> = {}, status: Rule['status'] = 'ACTIVE'): Rule => {
  const version = aRuleVersion(newest);
  return { id: version.id, status, newest: version };
};

export const aGroup = (changes: Partial<ValidationGroup> = {}): ValidationGroup => ({
  id: tardiness,
  groupVersion: 1,
  name: 'Tardiness',
  description: null,
  level: 'DISTRICT',
  active: true,
  rules: [{ ruleId: ruleId('rul_tardy'), ruleVersion: null, severityOverride: null, enabled: true }],
  ...changes,
});

export const aCategory = (changes: Partial<Category> = {}): Category => ({
  id: attendance,
  name: 'Attendance',
  level: 'DISTRICT',
  description: null,
  active: true,
  published: true,
  stateMembers: [],
  ...changes,
});

/** Everything a definition names exists: the Attendance category and the Tardiness group. */
export const knownReferences = (changes: Partial<References> = {}, ...groups: readonly LinkedGroup[]): References => {
  const linked = groups.length > 0 ? groups : [{ group: aGroup(), rules: [aRuleVersion()] }];
  return {
    category: aCategory(),
    groups: new Map(linked.map((one) => [one.group.id, one])),
    unknownOrganizations: [],
    unknownDatasets: [],
    ...changes,
  };
};
