import { firstOf, ofType, rendered, type Resource } from '../template.ts';
import { isQueueByTls } from './resource-policies.ts';
import { type Rule, unless } from './rule.ts';

const queue = 'AWS::SQS::Queue';
const mapping = 'AWS::Lambda::EventSourceMapping';
const alarm = 'AWS::CloudWatch::Alarm';
const twoWeeks = 14 * 86_400;

const isDead = ({ Properties }: Resource): boolean => String(Properties.QueueName).endsWith('-dead');

/** By the queue whose dead it takes; by no queue where Lambda or Scheduler send to it. */
const isFilledByItsSource = (all: readonly Resource[], { Properties }: Resource): boolean => {
  const source = String(Properties.QueueName).replace(/-dead$/, '');
  const { redrivePermission, sourceQueueArns = [] } = Properties.RedriveAllowPolicy ?? {};
  return ofType(all, queue).some((one) => one.Properties.QueueName === source)
    ? redrivePermission === 'byQueue' && sourceQueueArns.every((arn: unknown) => rendered(arn).endsWith(`:${source}`))
    : redrivePermission === 'denyAll';
};

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

const takesItsShare = (all: readonly Resource[], one: Resource): boolean => {
  const { MaximumConcurrency } = one.Properties.ScalingConfig ?? {};
  return MaximumConcurrency > 1 && MaximumConcurrency <= functionOf(all, one)?.Properties.ReservedConcurrentExecutions;
};

export const queueRules: readonly Rule[] = [
  {
    says: 'work that fails goes to a queue of its own after three to five attempts',
    offenders: (all) =>
      unless(
        ofType(all, queue).filter((one) => !isDead(one)),
        ({ Properties }) => {
          const { maxReceiveCount, deadLetterTargetArn } = Properties.RedrivePolicy ?? {};
          const ofItsOwn = ofType(all, queue).find(
            (one) => one.Properties.QueueName === `${Properties.QueueName}-dead`,
          );
          return (
            maxReceiveCount >= 3 && maxReceiveCount <= 5 && rendered(deadLetterTargetArn) === `<${ofItsOwn?.id}.Arn>`
          );
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
          isFilledByItsSource(all, one) &&
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
      unless(ofType(all, queue), (one) => one.Properties.SqsManagedSseEnabled === true && isQueueByTls(all, one)),
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
          one.Properties.Enabled !== false &&
          one.Properties.FunctionResponseTypes?.includes('ReportBatchItemFailures') &&
          (!isFromQueue(all, one) || takesItsShare(all, one)),
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
