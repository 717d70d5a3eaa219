import type { RuleId } from '../../kernel/ids.ts';
import { ok } from '../../kernel/result.ts';
import type { Decision } from '../decision.ts';
import { type Guard, guard, valueGuard, whenAllHold } from '../guard.ts';
import type { CreateRule, RuleCommand, RuleFields } from './commands.ts';
import type { RuleCreated, RuleHappening } from './happenings.ts';
import type { Rule, RuleVersion } from './state.ts';

/** A listing shows rows to look at, so none of them can be an error that blocks. */
const listingNotFatal = ({ kind, severity }: RuleFields): Guard =>
  valueGuard(kind !== 'LISTING' || severity !== 'FATAL', 'LISTING_FATAL', '/severity');

const versionOf = (id: RuleId, ruleVersion: number, fields: RuleFields): RuleVersion => ({
  ...fields,
  id,
  ruleVersion,
});

export const decideCreateRule = ({ id, fields }: CreateRule): Decision<RuleCreated> =>
  whenAllHold([listingNotFatal(fields)], () => ok([{ type: 'RuleCreated', version: versionOf(id, 1, fields) }]));

/** Versions are never changed: what a revision has pinned stays as it was. */
export const decideRule = (rule: Rule, command: RuleCommand): Decision<RuleHappening> => {
  if (command.type === 'archiveRule') return ok(rule.status === 'ACTIVE' ? [{ type: 'RuleArchived' }] : []);
  const { fields } = command;
  const guards = [
    guard(rule.status === 'ACTIVE', 'WRONG_STATUS', { status: rule.status }),
    listingNotFatal(fields),
    valueGuard(fields.level === rule.newest.level, 'LEVEL_FIXED', '/level'),
  ];
  const version = versionOf(rule.id, rule.newest.ruleVersion + 1, fields);
  return whenAllHold(guards, () => ok([{ type: 'RuleVersionCreated', version }]));
};
