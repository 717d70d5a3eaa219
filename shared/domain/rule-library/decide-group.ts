import type { RuleId } from '../../kernel/ids.ts';
import { ok } from '../../kernel/result.ts';
import type { Decision } from '../decision.ts';
import { type Guard, valueGuard, whenAllHold } from '../guard.ts';
import type { ChangeValidationGroup, CreateValidationGroup, GroupFields } from './commands.ts';
import type { ValidationGroupChanged, ValidationGroupCreated } from './happenings.ts';
import { isFatalListing } from './severity.ts';
import type { GroupEntry, Rule, ValidationGroup } from './state.ts';

const isAvailable = (rule: Rule | undefined, { ruleVersion }: GroupEntry, isKept: boolean): boolean =>
  rule !== undefined &&
  (isKept || rule.status === 'ACTIVE') &&
  (ruleVersion === null || ruleVersion <= rule.newest.ruleVersion);

/** `held`: rules that are in the group already; what was archived since may stay until somebody takes it out. */
const rulesFit = (
  fields: GroupFields,
  rules: ReadonlyMap<RuleId, Rule>,
  held: ReadonlySet<RuleId> = new Set(),
): readonly Guard[] =>
  fields.rules.flatMap((entry, index) => {
    const rule = rules.get(entry.ruleId);
    const pointer = `/rules/${index}`;
    return [
      valueGuard(isAvailable(rule, entry, held.has(entry.ruleId)), 'REFERENCE_UNKNOWN', pointer),
      valueGuard(rule?.newest.level === fields.level, 'LEVEL_MISMATCH', pointer),
      valueGuard(
        rule === undefined || !isFatalListing(entry, rule.newest),
        'LISTING_FATAL',
        `${pointer}/severityOverride`,
      ),
    ];
  });

/** A group holds active rules of its own level. One with an ad hoc filter may be in it, but then no certification event links it. */
export const decideCreateGroup = ({ id, fields, rules }: CreateValidationGroup): Decision<ValidationGroupCreated> =>
  whenAllHold(rulesFit(fields, rules), () =>
    ok([{ type: 'ValidationGroupCreated', group: { ...fields, id, groupVersion: 1 } }]),
  );

/** Certification events keep the version they were published with. */
export const decideChangeGroup = (
  group: ValidationGroup,
  command: ChangeValidationGroup,
): Decision<ValidationGroupChanged> => {
  const { id, groupVersion, ...present } = group;
  const fields = { ...present, ...command.fields };
  const held = new Set(present.rules.map(({ ruleId }) => ruleId));
  return whenAllHold(rulesFit(fields, command.rules, held), () =>
    ok([{ type: 'ValidationGroupChanged', group: { ...fields, id, groupVersion: groupVersion + 1 } }]),
  );
};
