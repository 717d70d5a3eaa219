import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { metricDimension, type MetricName, metricNamespace } from '../../shared/contracts/metrics.ts';

/** What the functions of a stage count by themselves, over five minutes. */
export const countedMetric = (stage: string, metricName: MetricName, statistic: 'Sum' | 'Maximum'): Metric =>
  new Metric({ namespace: metricNamespace(stage), metricName, dimensionsMap: metricDimension, statistic });
