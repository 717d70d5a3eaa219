import type { RuleId } from '../../kernel/ids.ts';
import { ok } from '../../kernel/result.ts';
import { isExternalUrl } from '../certification-event/external-url.ts';
import type { Decision } from '../decision.ts';
import { type Guard, guard, valueGuard, whenAllHold } from '../guard.ts';
import type { CreateRule, RuleCommand, RuleFields } from './commands.ts';
import type { RuleCreated, RuleHappening } from './happenings.ts';
import type { Rule, RuleStatus, RuleVersion } from './state.ts';

/** A listing shows rows to look at, so none of them can be an error that blocks. */
const listingNotFatal = ({ kind, severity }: RuleFields): Guard =>
  valueGuard(kind !== 'LISTING' || severity !== 'FATAL', 'LISTING_FATAL', '/severity');

const versionOf = (id: RuleId, ruleVersion: number, fields: RuleFields): RuleVersion => ({
  ...fields,
  id,
  ruleVersion,
});

const helpCanBeLinked = ({ helpUrl }: RuleFields): Guard =>
  valueGuard(helpUrl === null || isExternalUrl(helpUrl), 'URL_INVALID', '/helpUrl');

/** Findings of all years are told apart by the code, so that no two rules may have the same. */
export const decideCreateRule = ({ id, fields, status, codeTaken }: CreateRule): Decision<RuleCreated> =>
  whenAllHold([guard(!codeTaken, 'CODE_TAKEN'), listingNotFatal(fields), helpCanBeLinked(fields)], () =>
    ok([{ type: 'RuleCreated', version: versionOf(id, 1, fields), status }]),
  );

/** What was archived by mistake can come back: its code cannot be given to another rule. */
const nextStatuses: Readonly<Record<RuleStatus, readonly RuleStatus[]>> = {
  DRAFT: ['ACTIVE', 'ARCHIVED'],
  ACTIVE: ['ARCHIVED'],
  ARCHIVED: ['ACTIVE'],
};

const decideStatus = (rule: Rule, status: RuleStatus): Decision<RuleHappening> => {
  if (status === rule.status) return ok([]);
  const possible = guard(nextStatuses[rule.status].includes(status), 'WRONG_STATUS', { status: rule.status });
  return whenAllHold([possible], () => ok([{ type: 'RuleStatusChanged', status }]));
};

/** Versions are never changed: what a revision has pinned stays as it was. */
export const decideRule = (rule: Rule, command: RuleCommand): Decision<RuleHappening> => {
  if (command.type === 'changeRule') return decideStatus(rule, command.status);
  const { fields } = command;
  const guards = [
    guard(rule.status !== 'ARCHIVED', 'WRONG_STATUS', { status: rule.status }),
    listingNotFatal(fields),
    helpCanBeLinked(fields),
    valueGuard(fields.level === rule.newest.level, 'LEVEL_FIXED', '/level'),
    valueGuard(fields.code === rule.newest.code, 'CODE_FIXED', '/code'),
  ];
  const version = versionOf(rule.id, rule.newest.ruleVersion + 1, fields);
  return whenAllHold(guards, () => ok([{ type: 'RuleVersionCreated', version }]));
};
