import type { GroupId, RuleId } from '../../kernel/ids.ts';
import type { Level } from '../category/state.ts';

export const severities = ['FATAL', 'SPECIAL_WARNING', 'WARNING', 'INFO'] as const;
export type Severity = (typeof severities)[number];

export interface RuleParameter {
  readonly name: string;
  readonly type: 'STRING' | 'NUMBER' | 'DATE' | 'CALENDAR';
  readonly default: string | number | null;
}

/** One immutable version of a rule: a SQL SELECT that returns the offending (FINDINGS) or the listed (LISTING) rows. */
export interface RuleVersion {
  readonly id: RuleId;
  readonly ruleVersion: number;
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  readonly kind: 'FINDINGS' | 'LISTING';
  readonly level: Level;
  /** The first is the one the rule is reported under. */
  readonly datasets: readonly string[];
  /** Datasets it reads of the participant's previous certified snapshot. */
  readonly previousDatasets: readonly string[];
  readonly sql: string;
  readonly parameters: readonly RuleParameter[];
  readonly message: string;
  /** The column of its rows that says what is behind each: by it they are counted and chosen. Null: its message is all there is to say. */
  readonly causeColumn: string | null;
  readonly resolution: string | null;
  readonly helpUrl: string | null;
  readonly adHocFilter: boolean;
}

/** DRAFT: being written, in no group. ARCHIVED: stays where it is, and enters no group any more. */
export const ruleStatuses = ['DRAFT', 'ACTIVE', 'ARCHIVED'] as const;
export type RuleStatus = (typeof ruleStatuses)[number];

/** The head of a rule: its newest version and whether it may be put into groups. */
export interface Rule {
  readonly id: RuleId;
  readonly status: RuleStatus;
  readonly newest: RuleVersion;
}

/**
 * One place in a group. `ruleVersion` null follows the newest; `severityOverride` is how seriously this group takes the rule;
 * one that is not `enabled` keeps its place and is not run from the next publication on.
 */
export interface GroupEntry {
  readonly ruleId: RuleId;
  readonly ruleVersion: number | null;
  readonly severityOverride: Severity | null;
  readonly enabled: boolean;
}

/** A named, ordered set of rules reported together: what a certification event links to. */
export interface ValidationGroup {
  readonly id: GroupId;
  readonly groupVersion: number;
  readonly name: string;
  readonly description: string | null;
  readonly level: Level;
  readonly active: boolean;
  readonly rules: readonly GroupEntry[];
}
