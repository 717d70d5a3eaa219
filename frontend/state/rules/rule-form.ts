import type { Rule } from '../../api/shapes.ts';

type Parameter = Rule['parameters'][number];
type ParameterType = 'STRING' | 'NUMBER' | 'DATE' | 'CALENDAR';

/** A rule as its form holds it: every value a text or a choice. */
export interface RuleForm {
  code: string;
  name: string;
  severity: Rule['severity'];
  kind: Rule['kind'];
  level: Rule['level'];
  datasets: string[];
  sql: string;
  message: string;
  causeColumn: string;
  resolution: string;
  helpUrl: string;
  parameters: { name: string; type: ParameterType; value: string }[];
  reason: string;
}

export const emptyRule: RuleForm = {
  code: '',
  name: '',
  severity: 'WARNING',
  kind: 'FINDINGS',
  level: 'DISTRICT',
  datasets: [],
  sql: '',
  message: '',
  causeColumn: '',
  resolution: '',
  helpUrl: '',
  parameters: [],
  reason: '',
};

const types = ['STRING', 'NUMBER', 'DATE', 'CALENDAR'] as const;

const parameterOf = ({ name, type, default: value }: Parameter) => ({
  name,
  type: types.find((one) => one === type) ?? 'STRING',
  value: value === null ? '' : String(value),
});

export const formOf = (rule: Rule): RuleForm => ({
  code: rule.code,
  name: rule.name,
  severity: rule.severity,
  kind: rule.kind,
  level: rule.level,
  datasets: [...rule.datasets],
  sql: rule.sql,
  message: rule.message,
  causeColumn: rule.causeColumn ?? '',
  resolution: rule.resolution ?? '',
  helpUrl: rule.helpUrl ?? '',
  parameters: rule.parameters.map(parameterOf),
  reason: '',
});

const defaultOf = ({ type, value }: RuleForm['parameters'][number]): string | number | null => {
  if (value === '') return null;
  return type === 'NUMBER' ? Number(value) : value;
};

/** The parameters as the API takes them. */
export const parametersOf = ({ parameters }: Pick<RuleForm, 'parameters'>) =>
  parameters.map((parameter) => ({
    name: parameter.name,
    type: parameter.type,
    default: defaultOf(parameter),
  }));

/** The rule as the API takes it; what is empty is absent. */
export const bodyOf = ({ causeColumn, resolution, helpUrl, reason, parameters, ...rule }: RuleForm) => ({
  ...rule,
  causeColumn: causeColumn || null,
  resolution: resolution || null,
  helpUrl: helpUrl || null,
  parameters: parametersOf({ parameters }),
  ...(reason.trim() !== '' && { reason: reason.trim() }),
});
