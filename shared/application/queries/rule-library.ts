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
export const ruleVersionOf = async (
  store: Store,
  { id, newest }: Rule,
  wanted: number | undefined,
): Promise<RuleVersion | undefined> => {
  if (wanted === undefined || wanted === newest.ruleVersion) return newest;
  if (wanted < 1 || wanted > newest.ruleVersion) return undefined;
  const [version] = await store.ruleVersions([{ ruleId: id, ruleVersion: wanted }]);
  return version;
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
