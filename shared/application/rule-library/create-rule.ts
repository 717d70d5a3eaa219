import { decideCreateRule } from '../../domain/rule-library/decide-rule.ts';
import { evolveRule } from '../../domain/rule-library/evolve.ts';
import type { Rule } from '../../domain/rule-library/state.ts';
import { ruleId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller, RepeatKey } from '../caller.ts';
import { type AttemptFailure, type CommandFailure, handleCommand, type Plan } from '../handle-command.ts';
import { denied } from '../queries/denied.ts';
import { type WrittenRuleView, writtenRuleView } from '../views/rule-view.ts';
import { judgedFields, type RulePorts, type SentFields } from './judged.ts';

export interface RuleCreation {
  readonly caller: Caller;
  readonly repeat: RepeatKey | null;
  readonly sent: SentFields & { readonly status: 'DRAFT' | 'ACTIVE' };
  readonly reason: string | undefined;
}

const attempt = async (
  ports: RulePorts,
  { caller, sent, reason }: RuleCreation,
): Promise<Result<Plan<WrittenRuleView>, AttemptFailure>> => {
  const refused = denied(caller, 'createRule', { kind: 'AGENCY' });
  if (refused !== null) return refuse(refused);
  const { status, ...fields } = sent;
  const codeTaken = (await ports.store.ruleOfCode(fields.code)) !== undefined;
  const id = ruleId(ports.ids.next('rul'));
  const create = { type: 'createRule', id, status, codeTaken } as const;
  // What can be told without running anything is told first.
  const possible = decideCreateRule({ ...create, fields: { ...fields, previousDatasets: [] } });
  if (!possible.ok) return possible;
  const judged = await judgedFields(ports, fields);
  if (!judged.ok) return judged;
  const decided = decideCreateRule({ ...create, fields: judged.value.fields });
  if (!decided.ok) return decided;
  const [happening] = decided.value;
  if (happening === undefined) throw new Error('a creation without effect');
  const empty: Rule = { id, status, newest: happening.version };
  const after = evolveRule(empty, happening);
  return ok({
    transitions: [{ entity: 'rule', key: id, before: null, after, command: 'createRule', reason }],
    inserts: [
      { row: 'ruleCode', code: fields.code, ruleId: id },
      { row: 'ruleVersion', version: happening.version },
    ],
    answer: writtenRuleView(after, judged.value.warnings),
  });
};

/** Adds a rule to the library. Two of one code made at once: the second is told that it is taken. */
export const createRule = (
  ports: RulePorts,
  creation: RuleCreation,
): Promise<Result<WrittenRuleView, CommandFailure>> =>
  handleCommand(ports, {
    caller: creation.caller,
    repeat: creation.repeat,
    operation: 'createRule',
    target: 'rules',
    attempt: () => attempt(ports, creation),
  });
