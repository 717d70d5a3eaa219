import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { uploadsBucketName } from './naming.ts';
import type { WorkQueue } from './work-queue.ts';

/** Lets the bucket of uploads, which comes after the queue and is known by its name, tell it of dropped files. */
export const hearOfDrops = ({ queue }: WorkQueue, stage: string): void => {
  const stack = Stack.of(queue);
  queue.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('s3.amazonaws.com')],
      actions: ['sqs:SendMessage'],
      resources: [queue.queueArn],
      conditions: {
        ArnEquals: {
          'aws:SourceArn': stack.formatArn({
            service: 's3',
            region: '',
            account: '',
            resource: uploadsBucketName(queue, stage),
          }),
        },
        StringEquals: { 'aws:SourceAccount': stack.account },
      },
    }),
  );
};

/** Tells the queue of every file the state's pipeline has dropped. Written down here: CDK's own way runs a function for it. */
export const tellOfDrops = (bucket: Bucket, { queue }: WorkQueue): void => {
  if (!(bucket.node.defaultChild instanceof CfnBucket)) throw new Error('a bucket is a CfnBucket');
  bucket.node.defaultChild.notificationConfiguration = {
    queueConfigurations: [
      {
        event: 's3:ObjectCreated:*',
        queue: queue.queueArn,
        filter: { s3Key: { rules: [{ name: 'prefix', value: 'drop/' }] } },
      },
    ],
  };
};
