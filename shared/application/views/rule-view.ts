import type { Rule, RuleVersion, ValidationGroup } from '../../domain/rule-library/state.ts';
import { applyChanges } from '../audit/changes.ts';
import type { AuditEntry } from '../audit/entry.ts';
import type { JudgedRule } from '../ports/rule-engine.ts';

const versionView = ({ status }: Pick<Rule, 'status'>, version: RuleVersion) => {
  const { ruleVersion, ...fields } = version;
  return { ...fields, version: ruleVersion, status };
};

/** A rule in its newest version. */
export const ruleView = (rule: Rule) => versionView(rule, rule.newest);
export type RuleView = ReturnType<typeof ruleView>;

export const writtenRuleView = (rule: Rule, warnings: JudgedRule['warnings']) => ({ ...ruleView(rule), warnings });
export type WrittenRuleView = ReturnType<typeof writtenRuleView>;

interface LoggedRule {
  readonly status?: string;
  readonly newest?: { readonly severity?: string; readonly ruleVersion?: number };
}

/** What each entry led to: the chain of a rule holds only what changed. */
const replayed = (entries: readonly AuditEntry[]): readonly LoggedRule[] => {
  let state: Readonly<Record<string, unknown>> = {};
  return entries.map(({ after }) => {
    state = applyChanges(state, after);
    return state;
  });
};

/** Who changed a rule when and why, and what became of its severity and status; newest first. */
const ruleChanges = (entries: readonly AuditEntry[]) => {
  const states = replayed(entries);
  return entries
    .map(({ at, actor, reason, command }, place) => {
      const before = states[place - 1];
      const after = states[place];
      return {
        at,
        by: actor.userId,
        reason,
        command,
        version: after?.newest?.ruleVersion ?? 0,
        severityBefore: before?.newest?.severity ?? null,
        severity: after?.newest?.severity,
        statusBefore: before?.status ?? null,
        status: after?.status,
      };
    })
    .toReversed();
};

/** One version of a rule with everything that happened to the rule. */
export const ruleWithLog = (rule: Rule, shown: RuleVersion, entries: readonly AuditEntry[]) => ({
  ...versionView(rule, shown),
  newestVersion: rule.newest.ruleVersion,
  versions: Array.from({ length: rule.newest.ruleVersion }, (_, place) => place + 1),
  changeLog: ruleChanges(entries),
});

/** A group with its rules in order; a rule without a version follows the newest. */
export const groupView = ({ groupVersion, rules, ...fields }: ValidationGroup) => ({
  ...fields,
  version: groupVersion,
  rules: rules.map(({ ruleVersion, ...entry }) => ({ ...entry, version: ruleVersion })),
});
export type GroupView = ReturnType<typeof groupView>;

/** The same with what a screen says of each rule, and who changed the group. */
export const groupWithRules = (group: ValidationGroup, rules: readonly Rule[], entries: readonly AuditEntry[]) => ({
  ...groupView(group),
  rules: group.rules.flatMap(({ ruleVersion, ...entry }) => {
    const rule = rules.find(({ id }) => id === entry.ruleId);
    if (rule === undefined) return [];
    const { code, name, severity, ruleVersion: newestVersion } = rule.newest;
    const updateAvailable = ruleVersion !== null && ruleVersion < newestVersion;
    return [
      { ...entry, version: ruleVersion, code, name, severity, status: rule.status, newestVersion, updateAvailable },
    ];
  }),
  changeLog: entries
    .map(({ at, actor, reason, sequence, after }) => ({
      at,
      by: actor.userId,
      reason,
      version: sequence,
      changed: Object.keys(after).filter((field) => field !== 'groupVersion'),
    }))
    .toReversed(),
});
