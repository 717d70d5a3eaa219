import type { RuleFields } from '../../domain/rule-library/commands.ts';
import type { RuleParameter } from '../../domain/rule-library/state.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Ports } from '../ports/ports.ts';
import type { JudgedRefusal, JudgedRule, RuleEngine } from '../ports/rule-engine.ts';

export interface RulePorts extends Ports {
  readonly rules: RuleEngine;
}

/** One class of answer for whatever is no rule; `facts.reason` tells the kinds apart. */
export const ruleRefused = ({ code, detail, position }: JudgedRefusal): Refusal => ({
  code: 'RULE_REFUSED',
  pointer: '/sql',
  detail,
  facts: { reason: code, position },
});

/** Judged over everything that is declared: which datasets a query reads is seen from its text. */
export const judgedRule = async (
  { store, rules }: RulePorts,
  sql: string,
  parameters: readonly RuleParameter[],
): Promise<Result<JudgedRule, Refusal>> => {
  const datasets = (await store.datasets()).map((read) => read.state);
  const judged = await rules.judge(sql, { datasets, parameters });
  return judged.ok ? judged : refuse(ruleRefused(judged.failure));
};

/** What an author sends of a rule; what it reads beside the datasets he names is found in its text. */
export type SentFields = Omit<RuleFields, 'previousDatasets'>;

const unknownDataset = async ({ store }: RulePorts, names: readonly string[]): Promise<Refusal | null> => {
  const known = new Set((await store.loadMany('dataset', [...new Set(names)])).map((read) => read.state.name));
  const index = names.findIndex((name) => !known.has(name));
  return index === -1 ? null : { code: 'REFERENCE_UNKNOWN', pointer: `/datasets/${index}` };
};

export interface JudgedFields {
  readonly fields: RuleFields;
  readonly warnings: JudgedRule['warnings'];
}

/** The fields of a version as it will be run: the named datasets first, then what else the query reads. */
export const judgedFields = async (ports: RulePorts, sent: SentFields): Promise<Result<JudgedFields, Refusal>> => {
  const unknown = await unknownDataset(ports, sent.datasets);
  if (unknown !== null) return refuse(unknown);
  const judged = await judgedRule(ports, sent.sql, sent.parameters);
  if (!judged.ok) return judged;
  const { datasets, previousDatasets, columns, warnings } = judged.value;
  if (sent.causeColumn !== null && !columns.some(({ name }) => name === sent.causeColumn))
    return refuse({ code: 'REFERENCE_UNKNOWN', pointer: '/causeColumn' });
  const all = [...new Set([...sent.datasets, ...datasets])];
  return ok({ fields: { ...sent, datasets: all, previousDatasets }, warnings });
};
