import type { RuleStatus, RuleVersion, ValidationGroup } from './state.ts';

/** Reaction to both: the version is stored as a row of its own that never changes. */
export interface RuleCreated {
  readonly type: 'RuleCreated';
  readonly version: RuleVersion;
  readonly status: RuleStatus;
}
export interface RuleVersionCreated {
  readonly type: 'RuleVersionCreated';
  readonly version: RuleVersion;
}
export interface RuleStatusChanged {
  readonly type: 'RuleStatusChanged';
  readonly status: RuleStatus;
}
export type RuleHappening = RuleCreated | RuleVersionCreated | RuleStatusChanged;

export interface ValidationGroupCreated {
  readonly type: 'ValidationGroupCreated';
  readonly group: ValidationGroup;
}
export interface ValidationGroupChanged {
  readonly type: 'ValidationGroupChanged';
  readonly group: ValidationGroup;
}
export type ValidationGroupHappening = ValidationGroupCreated | ValidationGroupChanged;
