import type { Rule, Severity, ValidationGroup } from '../../domain/rule-library/state.ts';
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
