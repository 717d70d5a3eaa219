import { Duration } from 'aws-cdk-lib';
import {
  Dashboard as CloudWatchDashboard,
  GraphWidget,
  type IMetric,
  LogQueryWidget,
  Metric,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { type MetricName, metrics } from '../../shared/contracts/metrics.ts';
import { countedMetric } from './counted-metric.ts';
import { functionNames } from '../functions.ts';
import { logGroupName, machineArn, machineNames, physicalName } from './naming.ts';
import { throttles } from './throttles.ts';

const halfWidth = 12;
const charts = [...new Set(Object.values(metrics).map(({ chart }) => chart))];
const allMetricNames = Object.keys(metrics).filter((name): name is MetricName => name in metrics);

/** Half of all took less, and nineteen of twenty. */
const spread = ['p50', 'p95'];

const sumOf = (namespace: string, metricName: string, dimensionsMap: Readonly<Record<string, string>>): Metric =>
  new Metric({ namespace, metricName, dimensionsMap, statistic: 'Sum', period: Duration.minutes(5) });

/** One metric as its chart shows it: counts as sums, times as how they are spread. */
const linesOf = (stage: string, name: MetricName): readonly IMetric[] => {
  const metric = countedMetric(stage, name, 'Sum');
  if (metrics[name].unit === 'Count') return [metric];
  return spread.map((statistic) => metric.with({ statistic, label: `${name} ${statistic}` }));
};

/** What failed, by who failed, and what was refused an instance: what AWS counts by itself. */
const failures = (scope: Construct, stage: string): readonly IMetric[] => [
  ...functionNames.map((name) => sumOf('AWS/Lambda', 'Errors', { FunctionName: physicalName(stage, name) })),
  ...machineNames.map((machine) =>
    sumOf('AWS/States', 'ExecutionsFailed', { StateMachineArn: machineArn(scope, stage, machine) }),
  ),
  throttles.with({ period: Duration.minutes(5) }),
];

/** The one page an operator keeps open: every step of the business, and what keeps it from going on. */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, { stage }: { readonly stage: string }) {
    super(scope, id);
    const steps = charts.map(
      (title) =>
        new GraphWidget({
          title,
          width: halfWidth,
          left: allMetricNames.filter((name) => metrics[name].chart === title).flatMap((name) => linesOf(stage, name)),
          leftYAxis: { min: 0, ...(title === 'Times' && { label: 'seconds' }) },
        }),
    );
    const failed = new GraphWidget({
      title: 'Failures',
      width: halfWidth,
      left: [...failures(this, stage)],
      leftYAxis: { min: 0 },
    });
    // A line of the log tells the code; a metric a code would cost as much as all others together.
    const refused = new LogQueryWidget({
      title: 'Refused commands by code',
      width: halfWidth,
      logGroupNames: functionNames.filter((name) => name.startsWith('api-')).map((name) => logGroupName(stage, name)),
      queryLines: ['filter ispresent(CommandsRefused)', 'stats count(*) as times by kind', 'sort times desc'],
    });
    new CloudWatchDashboard(this, 'Dashboard', {
      dashboardName: physicalName(stage, 'steps'),
      defaultInterval: Duration.days(1),
      widgets: pairs([...steps, failed, refused]),
    });
  }
}

const pairs = <One>(all: readonly One[]): One[][] =>
  all.flatMap((one, index) => (index % 2 === 0 ? [[one, ...all.slice(index + 1, index + 2)]] : []));
