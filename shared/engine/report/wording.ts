import type { ReportedRule } from './report.ts';

export const severityLabels: Readonly<Record<ReportedRule['severity'], string>> = {
  FATAL: 'Fatal',
  SPECIAL_WARNING: 'Special Warning',
  WARNING: 'Warning',
  INFO: 'Info',
};

const outcomeLabels: Readonly<Record<ReportedRule['outcome'], string>> = {
  PASSED: 'No records',
  FINDINGS: 'To review',
  LISTED: 'Listed',
  ERRORED: 'Could not be checked',
  NOT_APPLICABLE: 'Not applicable',
};

export const countText = (count: number): string => count.toLocaleString('en-US');

/** What a reader must know before he takes the rows for all; null where they are. */
export const keptText = ({ count, rowsKept }: ReportedRule): string | null =>
  rowsKept < count ? `Only the first ${countText(rowsKept)} of ${countText(count)} records are kept.` : null;

export const outcomeText = (rule: ReportedRule): string =>
  [outcomeLabels[rule.outcome], rule.problem ?? keptText(rule)].filter((part) => part !== null).join('. ');

/** `Wednesday, July 30, 2025 at 1:00:37 PM MDT (America/Denver)`: a time without its zone once misled a state. */
export const timeText = (instant: string, timeZone: string): string =>
  `${new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeStyle: 'long', timeZone }).format(new Date(instant))} (${timeZone})`;
