import type { RuleCommand } from '../../domain/rule-library/commands.ts';
import { decideRule } from '../../domain/rule-library/decide-rule.ts';
import { evolveRule } from '../../domain/rule-library/evolve.ts';
import type { RuleHappening } from '../../domain/rule-library/happenings.ts';
import type { Rule, RuleStatus } from '../../domain/rule-library/state.ts';
import { refusal } from '../../domain/refusal.ts';
import type { RuleId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller, RepeatKey } from '../caller.ts';
import type { Versioned } from '../entities.ts';
import { evolveAll } from '../evolve-all.ts';
import { type AttemptFailure, type CommandFailure, handleCommand, type Plan } from '../handle-command.ts';
import type { Ports } from '../ports/ports.ts';
import type { Insert } from '../ports/unit-of-work.ts';
import { denied } from '../queries/denied.ts';
import { ruleView, type RuleView, type WrittenRuleView, writtenRuleView } from '../views/rule-view.ts';
import { judgedFields, type RulePorts, type SentFields } from './judged.ts';

export interface RuleAct {
  readonly id: RuleId;
  readonly caller: Caller;
  readonly repeat: RepeatKey | null;
  /** The version the editor loaded; null to change whatever is there. */
  readonly expectedVersion: number | null;
  readonly reason: string | undefined;
}

export interface RuleAnswer<View> {
  readonly version: number;
  readonly body: View;
}

const versionsIn = (happenings: readonly RuleHappening[]): readonly Insert[] =>
  happenings.flatMap((happening): Insert[] =>
    happening.type === 'RuleVersionCreated' ? [{ row: 'ruleVersion', version: happening.version }] : [],
  );

const planOf = <View>(
  act: RuleAct,
  before: Versioned<Rule>,
  command: RuleCommand,
  view: (rule: Rule) => View,
): Result<Plan<RuleAnswer<View>>, AttemptFailure> => {
  const decided = decideRule(before.state, command);
  if (!decided.ok) return decided;
  const after = evolveAll(evolveRule, before.state, decided.value);
  const answer = { version: before.version + (decided.value.length === 0 ? 0 : 1), body: view(after) };
  if (decided.value.length === 0) return ok({ transitions: [], answer });
  return ok({
    transitions: [{ entity: 'rule', key: act.id, before, after, command: command.type, reason: act.reason }],
    inserts: versionsIn(decided.value),
    answer,
  });
};

const ruleToChange = async (
  { store }: Ports,
  operation: 'createRuleVersion' | 'changeRule',
  { id, caller, expectedVersion }: RuleAct,
): Promise<Result<Versioned<Rule>, AttemptFailure>> => {
  const refused = denied(caller, operation, { kind: 'AGENCY' });
  if (refused !== null) return refuse(refused);
  const before = await store.load('rule', id);
  if (before === undefined) return refuse(refusal('NOT_FOUND'));
  return expectedVersion !== null && expectedVersion !== before.version
    ? refuse({ code: 'IF_MATCH_STALE' })
    : ok(before);
};

const newVersion = async (
  ports: RulePorts,
  act: RuleAct,
  changes: Partial<SentFields>,
): Promise<Result<Plan<RuleAnswer<WrittenRuleView>>, AttemptFailure>> => {
  const before = await ruleToChange(ports, 'createRuleVersion', act);
  if (!before.ok) return before;
  const { id: _id, ruleVersion: _version, ...newest } = before.value.state.newest;
  const fields = { ...newest, ...changes };
  // What can be told without running anything is told first.
  const possible = decideRule(before.value.state, { type: 'createRuleVersion', fields });
  if (!possible.ok) return possible;
  const judged = await judgedFields(ports, fields);
  if (!judged.ok) return judged;
  const { warnings } = judged.value;
  const command = { type: 'createRuleVersion', fields: judged.value.fields } as const;
  return planOf(act, before.value, command, (rule) => writtenRuleView(rule, warnings));
};

/** A further version of a rule: what was pinned stays with the version it pinned. */
export const createRuleVersion = (
  ports: RulePorts,
  act: RuleAct,
  changes: Partial<SentFields>,
): Promise<Result<RuleAnswer<WrittenRuleView>, CommandFailure>> =>
  handleCommand(ports, {
    caller: act.caller,
    repeat: act.repeat,
    operation: 'createRuleVersion',
    target: act.id,
    attempt: () => newVersion(ports, act, changes),
  });

/** Activates, archives or brings back a rule. */
export const changeRule = (
  ports: Ports,
  act: RuleAct,
  status: RuleStatus,
): Promise<Result<RuleAnswer<RuleView>, CommandFailure>> =>
  handleCommand(ports, {
    caller: act.caller,
    repeat: act.repeat,
    operation: 'changeRule',
    target: act.id,
    attempt: async () => {
      const before = await ruleToChange(ports, 'changeRule', act);
      return before.ok ? planOf(act, before.value, { type: 'changeRule', status }, ruleView) : before;
    },
  });
