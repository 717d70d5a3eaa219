import type { StateOf } from '../../../shared/application/entities.ts';
import { ruleId } from '../../../shared/kernel/ids.ts';
import { aGroup, aRule } from '../../builders/rule-library.ts';

export const rules: readonly StateOf<'rule'>[] = [
  aRule(),
  aRule(
    {
      ruleVersion: 2,
      severity: 'FATAL',
      kind: 'LISTING',
      resolution: 'correct it',
      helpUrl: 'https://example.org/help',
      adHocFilter: true,
      parameters: [
        { name: 'limit', type: 'NUMBER', default: 0.25 },
        { name: 'tiny', type: 'NUMBER', default: 1e-7 },
        { name: 'from', type: 'DATE', default: null },
        { name: 'word', type: 'STRING', default: '' },
      ],
    },
    'ARCHIVED',
  ),
];

export const validationGroups: readonly StateOf<'validationGroup'>[] = [
  aGroup(),
  aGroup({
    description: 'all',
    active: false,
    rules: [{ ruleId: ruleId('rul_tardy'), ruleVersion: 2, severityOverride: 'FATAL', enabled: false }],
  }),
];
