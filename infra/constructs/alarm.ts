import { Alarm, ComparisonOperator, type Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

export type Runbook =
  | 'api-5xx'
  | 'dead-letters'
  | 'function-faults'
  | 'relay-lags'
  | 'sweeper-silent'
  | 'unsent-messages'
  | 'throttled'
  | 'work-waits'
  | 'workflow-failed';

export interface Watch {
  readonly metric: Metric;
  /** The alarm rings from this value on. */
  readonly from: number;
  /** What it means and what to do first, for whoever is woken by it. */
  readonly meaning: string;
  /** The page that says what to do, `docs/runbooks/<runbook>.md`. */
  readonly runbook: Runbook;
  readonly periods?: number;
  /** Silence rings too: for things that must happen on their own. */
  readonly silenceRings?: boolean;
}

/** Rings at once and stops by itself. Whom it tells is decided in one place for all (attest.ts). */
export const watch = (
  scope: Construct,
  id: string,
  { metric, from, meaning, runbook, periods, silenceRings }: Watch,
): Alarm =>
  new Alarm(scope, id, {
    metric: metric.with({ period: Duration.minutes(5) }),
    threshold: from,
    evaluationPeriods: periods ?? 1,
    comparisonOperator: silenceRings
      ? ComparisonOperator.LESS_THAN_THRESHOLD
      : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: silenceRings ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    alarmDescription: `${meaning} Runbook: docs/runbooks/${runbook}.md`,
  });
