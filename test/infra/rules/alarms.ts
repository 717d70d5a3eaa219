import { existsSync } from 'node:fs';
import type { MetricName } from '../../../shared/contracts/metrics.ts';
import { firstOf, ofType, type Resource } from '../template.ts';
import { type Rule, unless } from './rule.ts';

const type = 'AWS::CloudWatch::Alarm';

interface Bell {
  readonly Statistic: 'Sum' | 'Maximum';
  readonly ComparisonOperator: 'GreaterThanOrEqualToThreshold' | 'LessThanThreshold';
  readonly TreatMissingData: 'notBreaching' | 'breaching';
  /** Of five minutes each. */
  readonly EvaluationPeriods: number;
  /** The alarm may be stricter than this, never more patient. */
  readonly latest: number;
}

const from = (latest: number, Statistic: Bell['Statistic'] = 'Sum'): Bell => ({
  Statistic,
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  TreatMissingData: 'notBreaching',
  EvaluationPeriods: 1,
  latest,
});

/** When what is measured rings. A metric that is not here rings for nobody. */
const bells: Readonly<Record<string, Bell>> = {
  OldestUnsentMessage: from(900, 'Maximum'),
  RuleGateFaults: from(1),
  'AWS/ApiGateway 5xx': from(1),
  'AWS/Lambda Errors': from(1),
  'AWS/Lambda Throttles': from(1),
  'AWS/Lambda IteratorAge': from(300_000, 'Maximum'),
  'AWS/Lambda Invocations': {
    ...from(1),
    ComparisonOperator: 'LessThanThreshold',
    TreatMissingData: 'breaching',
    EvaluationPeriods: 3,
  },
  'AWS/SQS ApproximateNumberOfMessagesVisible': from(1, 'Maximum'),
  'AWS/SQS ApproximateAgeOfOldestMessage': from(3_600, 'Maximum'),
  'AWS/States ExecutionsFailed': from(1),
};

/** What the functions count, every stage into a namespace of its own, by its name alone. */
const measured = ({ Properties: { Namespace, MetricName } }: Resource): string =>
  String(Namespace).startsWith('Attest/') ? MetricName : `${Namespace} ${MetricName}`;

const rings = (alarm: Resource): boolean => {
  const { latest, ...wanted } = bells[measured(alarm)] ?? {};
  const { Threshold, Period, ...given } = alarm.Properties;
  return (
    latest !== undefined &&
    Threshold >= 1 &&
    Threshold <= latest &&
    Period === 300 &&
    Object.entries(wanted).every(([name, value]) => given[name] === value) &&
    // Some of several periods would do for AWS; none of ours is that patient.
    given.DatapointsToAlarm === undefined &&
    given.ActionsEnabled !== false
  );
};

/** What the functions count rings once, from the namespace they count into. */
const notRung = (all: readonly Resource[], metric: MetricName): readonly string[] => {
  const counted = ofType(all, 'AWS::Lambda::Function').map(
    ({ Properties }) => Properties.Environment?.Variables.METRICS_NAMESPACE,
  );
  const rung = ofType(all, type).filter(
    ({ Properties: { Namespace, MetricName, Dimensions } }) =>
      MetricName === metric &&
      counted.includes(Namespace) &&
      JSON.stringify(Dimensions) === JSON.stringify([{ Name: 'service', Value: 'attest' }]),
  );
  return rung.length === 1 ? [] : [`${rung.length} alarms`];
};

export const alarmRules: readonly Rule[] = [
  {
    says: 'every alarm is on and rings as soon as what it measures is wrong',
    offenders: (all) => unless(ofType(all, type), rings),
    weaken: (all) => {
      firstOf(all, type).Properties.Threshold = 1e9;
    },
  },
  {
    says: 'everything that rings for the whole deployment is there: 5xx, throttles, lag of the relay, silence of the sweeper',
    offenders: (all) => {
      const there = ofType(all, type).map(measured);
      const wanted = ['ApiGateway 5xx', 'Lambda Throttles', 'Lambda IteratorAge', 'Lambda Invocations'];
      return wanted.filter((metric) => !there.includes(`AWS/${metric}`));
    },
    weaken: (all) => {
      for (const { Properties } of ofType(all, type))
        if (Properties.MetricName === 'IteratorAge') Properties.MetricName = 'Duration';
    },
  },
  {
    says: 'a message that does not leave rings where the sweeper counts its age, and so does one that was given up',
    offenders: (all) => notRung(all, 'OldestUnsentMessage'),
    weaken: (all) => {
      for (const { Properties } of ofType(all, type))
        if (Properties.Dimensions?.[0]?.Name === 'service') Properties.Namespace = 'Attest';
    },
  },
  {
    says: 'a mistake of ours in judging a rule rings where the worker counts it, although its run ends',
    offenders: (all) => notRung(all, 'RuleGateFaults'),
    weaken: (all) => {
      for (const { Properties } of ofType(all, type))
        if (Properties.MetricName === 'RuleGateFaults') Properties.MetricName = 'RunsFailed';
    },
  },
  {
    says: 'every alarm names the page that says what to do',
    offenders: (all) =>
      unless(ofType(all, type), ({ Properties }) => {
        const [, page] = / Runbook: (docs\/runbooks\/[a-z0-9-]+\.md)$/.exec(Properties.AlarmDescription) ?? [];
        return page !== undefined && existsSync(page);
      }),
    weaken: (all) => {
      firstOf(all, type).Properties.AlarmDescription = 'Something is wrong. Runbook: docs/runbooks/none.md';
    },
  },
];
