import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { watch } from './alarm.ts';

/** What Lambda counts of all functions together: calls for which no instance was free. */
export const throttles = new Metric({ namespace: 'AWS/Lambda', metricName: 'Throttles', statistic: 'Sum' });

/** One alarm for the account's region: an alarm a function would say no more, since the account's limit is shared. */
export const watchThrottles = (scope: Construct): void => {
  watch(scope, 'Throttled', {
    metric: throttles,
    from: 1,
    runbook: 'throttled',
    meaning: 'Lambda refused calls: a function has used up its share of instances, or the account has none left.',
  });
};
