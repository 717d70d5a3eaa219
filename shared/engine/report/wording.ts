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

export const outcomeText = ({ outcome, problem }: ReportedRule): string =>
  problem === null ? outcomeLabels[outcome] : `${outcomeLabels[outcome]}. ${problem}`;

export const countText = (count: number): string => count.toLocaleString('en-US');

/** `Wednesday, July 30, 2025 at 1:00:37 PM MDT (America/Denver)`: a time without its zone once misled a state. */
export const timeText = (instant: string, timeZone: string): string =>
  `${new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeStyle: 'long', timeZone }).format(new Date(instant))} (${timeZone})`;
