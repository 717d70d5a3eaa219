import { type Refusal, refusal } from '../../domain/refusal.ts';
import type { RuleId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { AuditEntry } from '../audit/entry.ts';
import type { Caller } from '../caller.ts';
import type { Versioned } from '../entities.ts';
import { denied } from './denied.ts';
import type { Rule, RuleVersion, Severity, ValidationGroup } from '../../domain/rule-library/state.ts';
import type { Level } from '../../domain/category/state.ts';
import type { Store } from '../ports/store.ts';
import { holdsText, isWanted } from './matches.ts';

export interface RuleFilter {
  readonly name?: string | undefined;
  readonly severity?: Severity | undefined;
}

export const matchingRules = async (store: Store, filter: RuleFilter): Promise<readonly Rule[]> =>
  (await store.rules())
    .map((read) => read.state)
    .filter(
      ({ newest }) =>
        holdsText(`${newest.code} ${newest.name}`, filter.name) && isWanted(newest.severity, filter.severity),
    );

/** The version that is asked for, the newest without a wish; undefined where there is none of that number. */
const ruleVersionOf = async (
  store: Store,
  { id, newest }: Rule,
  wanted: number | undefined,
): Promise<RuleVersion | undefined> => {
  if (wanted === undefined || wanted === newest.ruleVersion) return newest;
  if (wanted < 1 || wanted > newest.ruleVersion) return undefined;
  const [version] = await store.ruleVersions([{ ruleId: id, ruleVersion: wanted }]);
  return version;
};

/** A rule with one of its versions and everything that was done to it. */
export interface FoundRule {
  readonly read: Versioned<Rule>;
  readonly shown: RuleVersion;
  readonly entries: readonly AuditEntry[];
}

export const ruleFor = async (
  store: Store,
  caller: Caller,
  id: RuleId,
  wanted: number | undefined,
): Promise<Result<FoundRule, Refusal>> => {
  const refused = denied(caller, 'getRule', { kind: 'AGENCY' });
  if (refused) return refuse(refused);
  const [read, entries] = await Promise.all([store.load('rule', id), store.chainOf('rule', id)]);
  const shown = read && (await ruleVersionOf(store, read.state, wanted));
  return read && shown ? ok({ read, shown, entries }) : refuse(refusal('NOT_FOUND'));
};

export interface GroupFilter {
  readonly name?: string | undefined;
  readonly level?: Level | undefined;
  readonly active?: boolean | undefined;
}

export const matchingGroups = async (store: Store, filter: GroupFilter): Promise<readonly ValidationGroup[]> =>
  (await store.validationGroups())
    .map((read) => read.state)
    .filter(
      ({ name, level, active }) =>
        holdsText(name, filter.name) && isWanted(level, filter.level) && isWanted(active, filter.active),
    );
