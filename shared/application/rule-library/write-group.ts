import type { GroupFields } from '../../domain/rule-library/commands.ts';
import { decideChangeGroup, decideCreateGroup } from '../../domain/rule-library/decide-group.ts';
import { evolveGroup } from '../../domain/rule-library/evolve.ts';
import type { Rule } from '../../domain/rule-library/state.ts';
import { refusal } from '../../domain/refusal.ts';
import { type GroupId, groupId, type RuleId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller, RepeatKey } from '../caller.ts';
import { evolveAll } from '../evolve-all.ts';
import { type AttemptFailure, type CommandFailure, handleCommand, type Plan } from '../handle-command.ts';
import type { Ports } from '../ports/ports.ts';
import type { Store } from '../ports/store.ts';
import { denied } from '../queries/denied.ts';
import { type GroupView, groupView } from '../views/rule-view.ts';

export interface GroupAnswer {
  readonly version: number;
  readonly body: GroupView;
}

const rulesNamed = async (
  store: Store,
  entries: readonly { readonly ruleId: RuleId }[],
): Promise<ReadonlyMap<RuleId, Rule>> => {
  const read = await store.loadMany('rule', [...new Set(entries.map(({ ruleId }) => ruleId))]);
  return new Map(read.map(({ state }) => [state.id, state]));
};

export interface GroupCreation {
  readonly caller: Caller;
  readonly repeat: RepeatKey | null;
  readonly fields: GroupFields;
  readonly reason: string | undefined;
}

const creation = async (
  ports: Ports,
  { caller, fields, reason }: GroupCreation,
): Promise<Result<Plan<GroupAnswer>, AttemptFailure>> => {
  const refused = denied(caller, 'createValidationGroup', { kind: 'AGENCY' });
  if (refused !== null) return refuse(refused);
  const id = groupId(ports.ids.next('grp'));
  const rules = await rulesNamed(ports.store, fields.rules);
  const decided = decideCreateGroup({ type: 'createValidationGroup', id, fields, rules });
  if (!decided.ok) return decided;
  const [happening] = decided.value;
  if (happening === undefined) throw new Error('a creation without effect');
  const after = happening.group;
  return ok({
    transitions: [
      { entity: 'validationGroup', key: id, before: null, after, command: 'createValidationGroup', reason },
    ],
    answer: { version: 1, body: groupView(after) },
  });
};

/** A new group of active rules of its level. */
export const createValidationGroup = (
  ports: Ports,
  wish: GroupCreation,
): Promise<Result<GroupAnswer, CommandFailure>> =>
  handleCommand(ports, {
    caller: wish.caller,
    repeat: wish.repeat,
    operation: 'createValidationGroup',
    target: 'validation-groups',
    attempt: () => creation(ports, wish),
  });

export interface GroupChange {
  readonly id: GroupId;
  readonly caller: Caller;
  readonly expectedVersion: number | null;
  readonly fields: Partial<GroupFields>;
  readonly reason: string | undefined;
}

const change = async (
  ports: Ports,
  { id, caller, expectedVersion, fields, reason }: GroupChange,
): Promise<Result<Plan<GroupAnswer>, AttemptFailure>> => {
  const refused = denied(caller, 'changeValidationGroup', { kind: 'AGENCY' });
  if (refused !== null) return refuse(refused);
  const before = await ports.store.load('validationGroup', id);
  if (before === undefined) return refuse(refusal('NOT_FOUND'));
  if (expectedVersion !== null && expectedVersion !== before.version) return refuse({ code: 'IF_MATCH_STALE' });
  const rules = await rulesNamed(ports.store, fields.rules ?? before.state.rules);
  const decided = decideChangeGroup(before.state, { type: 'changeValidationGroup', fields, rules });
  if (!decided.ok) return decided;
  const after = evolveAll(evolveGroup, before.state, decided.value);
  return ok({
    transitions: [{ entity: 'validationGroup', key: id, before, after, command: 'changeValidationGroup', reason }],
    answer: { version: before.version + 1, body: groupView(after) },
  });
};

/** Changes a group. Certification events keep the rules they were published with. */
export const changeValidationGroup = (ports: Ports, wish: GroupChange): Promise<Result<GroupAnswer, CommandFailure>> =>
  handleCommand(ports, {
    caller: wish.caller,
    repeat: null,
    operation: 'changeValidationGroup',
    target: wish.id,
    attempt: () => change(ports, wish),
  });
