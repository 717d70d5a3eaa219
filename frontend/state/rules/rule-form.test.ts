import { describe, expect, it } from 'vitest';
import { bodyOf, emptyRule, formOf, parametersOf } from './rule-form.ts';

const rule = {
  id: 'rul_1',
  version: 2,
  status: 'ACTIVE',
  code: 'ENR-1',
  name: 'Exit before entry',
  severity: 'FATAL',
  kind: 'FINDINGS',
  level: 'DISTRICT',
  datasets: ['students'],
  previousDatasets: [],
  sql: 'SELECT 1',
  parameters: [
    { name: 'days', type: 'NUMBER', default: 3 },
    { name: 'code', type: 'STRING', default: null },
  ],
  message: 'Wrong.',
  causeColumn: 'Exit Type',
  resolution: null,
  helpUrl: null,
  adHocFilter: false,
} as const;

describe('The form of a rule', () => {
  it('sends back what it was given', () => {
    const {
      id: _id,
      version: _version,
      status: _status,
      previousDatasets: _previous,
      adHocFilter: _filter,
      ...sent
    } = {
      ...rule,
      datasets: [...rule.datasets],
      parameters: [...rule.parameters],
    };
    expect(
      bodyOf(formOf({ ...rule, datasets: [...rule.datasets], previousDatasets: [], parameters: [...rule.parameters] })),
    ).toEqual(sent);
  });

  it('sends a number as a number, an empty value as none, and a reason only where one is given', () => {
    expect(
      parametersOf({
        parameters: [
          { name: 'days', type: 'NUMBER', value: '0' },
          { name: 'from', type: 'DATE', value: '2026-09-01' },
          { name: 'code', type: 'STRING', value: '' },
        ],
      }).map((parameter) => parameter.default),
    ).toEqual([0, '2026-09-01', null]);
    expect(bodyOf({ ...emptyRule, reason: '  ' })).not.toHaveProperty('reason');
    expect(bodyOf({ ...emptyRule, reason: ' Asked for. ' })).toMatchObject({ reason: 'Asked for.', helpUrl: null });
  });
});
