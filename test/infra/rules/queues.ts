import { firstOf, ofType, type Resource } from '../template.ts';
import { type Rule, unless } from './rule.ts';

const queue = 'AWS::SQS::Queue';
const mapping = 'AWS::Lambda::EventSourceMapping';
const alarm = 'AWS::CloudWatch::Alarm';
const twoWeeks = 14 * 86_400;

const isDead = ({ Properties }: Resource): boolean => String(Properties.QueueName).endsWith('-dead');

const watches = (all: readonly Resource[], metric: string, { id }: Resource): boolean =>
  ofType(all, alarm).some(
    ({ Properties }) => Properties.MetricName === metric && JSON.stringify(Properties.Dimensions).includes(`"${id}"`),
  );

/** The queue or stream behind a mapping: an import names the resource inside its export's name. */
const sourceOf = (all: readonly Resource[], { Properties }: Resource): Resource | undefined =>
  ofType(all, queue, 'AWS::DynamoDB::Table').find(({ id }) => JSON.stringify(Properties.EventSourceArn).includes(id));

const functionOf = (all: readonly Resource[], { Properties }: Resource): Resource | undefined =>
  ofType(all, 'AWS::Lambda::Function').find(({ id }) => id === Properties.FunctionName.Ref);

const isFromQueue = (all: readonly Resource[], one: Resource): boolean => sourceOf(all, one)?.Type === queue;

export const queueRules: readonly Rule[] = [
  {
    says: 'work that fails goes to a queue of its own after three to five attempts',
    offenders: (all) =>
      unless(
        ofType(all, queue).filter((one) => !isDead(one)),
        ({ Properties }) => {
          const { maxReceiveCount } = Properties.RedrivePolicy ?? {};
          return maxReceiveCount >= 3 && maxReceiveCount <= 5;
        },
      ),
    weaken: (all) => {
      for (const one of ofType(all, queue)) delete one.Properties.RedrivePolicy;
    },
  },
  {
    says: 'dead letters are kept for two weeks, ring, and come from one known source',
    offenders: (all) =>
      unless(
        ofType(all, queue).filter(isDead),
        (one) =>
          one.Properties.MessageRetentionPeriod === twoWeeks &&
          ['byQueue', 'denyAll'].includes(one.Properties.RedriveAllowPolicy?.redrivePermission) &&
          watches(all, 'ApproximateNumberOfMessagesVisible', one),
      ),
    weaken: (all) => {
      for (const one of ofType(all, alarm)) one.Properties.MetricName = 'Other';
    },
  },
  {
    says: 'work that waits too long rings',
    offenders: (all) =>
      unless(
        ofType(all, queue).filter((one) => !isDead(one)),
        (one) => watches(all, 'ApproximateAgeOfOldestMessage', one),
      ),
    weaken: (all) => {
      for (const one of ofType(all, alarm)) one.Properties.Dimensions = [];
    },
  },
  {
    says: 'queues are encrypted and refuse anything but TLS',
    offenders: (all) =>
      unless(ofType(all, queue), ({ id, Properties }) => {
        const policy = ofType(all, 'AWS::SQS::QueuePolicy').find(({ Properties: { Queues } }) => Queues[0].Ref === id);
        return Properties.SqsManagedSseEnabled === true && JSON.stringify(policy).includes('aws:SecureTransport');
      }),
    weaken: (all) => delete firstOf(all, queue).Properties.SqsManagedSseEnabled,
  },
  {
    says: 'a message stays hidden for six times as long as its worker may run',
    offenders: (all) =>
      unless(
        ofType(all, mapping).filter((one) => isFromQueue(all, one)),
        (one) => {
          const hidden = sourceOf(all, one)?.Properties.VisibilityTimeout;
          return hidden >= 6 * functionOf(all, one)?.Properties.Timeout;
        },
      ),
    weaken: (all) => {
      for (const one of ofType(all, queue)) one.Properties.VisibilityTimeout = 300;
    },
  },
  {
    says: 'one bad message or record never brings its batch back, and no source takes all of a function',
    offenders: (all) =>
      unless(
        ofType(all, mapping),
        (one) =>
          one.Properties.FunctionResponseTypes?.includes('ReportBatchItemFailures') &&
          (!isFromQueue(all, one) || one.Properties.ScalingConfig?.MaximumConcurrency > 1),
      ),
    weaken: (all) => delete firstOf(all, mapping).Properties.FunctionResponseTypes,
  },
  {
    says: 'the stream wakes the relay for new outbox rows only, and lays aside what breaks it',
    offenders: (all) =>
      unless(
        ofType(all, mapping).filter((one) => !isFromQueue(all, one)),
        ({ Properties }) =>
          Properties.FilterCriteria?.Filters[0].Pattern ===
            '{"eventName":["INSERT"],"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"OUTBOX#"}]}}}}' &&
          Properties.BisectBatchOnFunctionError === true &&
          Properties.MaximumRetryAttempts === 3 &&
          Properties.DestinationConfig?.OnFailure?.Destination !== undefined,
      ),
    weaken: (all) => {
      for (const one of ofType(all, mapping)) one.Properties.MaximumRetryAttempts = -1;
    },
  },
];
