import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { createFauxqs, type Fauxqs } from '../../../local/engines/fauxqs.ts';
import type { Resource } from '../../../local/runtime.ts';
import { freePort } from './free-port.ts';

const resource = (type: string, physicalId: string): Resource => ({
  stack: 'test',
  logicalId: physicalId,
  type,
  physicalId,
  arn: `arn:aws:sqs:us-east-1:000000000000:${physicalId.split('/').at(-1)}`,
  properties: {},
  metadata: {},
});

export interface OpenedServices {
  readonly engine: Fauxqs;
  readonly s3: S3Client;
  readonly sqs: SQSClient;
  readonly queueUrl: (name: string) => string;
}

/** SQS and S3 of the local runtime with three buckets and three queues of their own. Test files run side by side: each names its ports. */
export const openObjectsAndQueues = async (portBase: number): Promise<OpenedServices> => {
  const port = await freePort(portBase);
  const queueUrl = (name: string) => `http://127.0.0.1:${port}/000000000000/${name}`;
  const engine = createFauxqs({
    port,
    queues: ['run', 'run-large', 'ingest', 'ingest-large', 'notify'].map((name) =>
      resource('AWS::SQS::Queue', queueUrl(name)),
    ),
    buckets: ['data', 'reports', 'uploads'].map((name) => resource('AWS::S3::Bucket', name)),
  });
  await engine.start();
  const client = {
    endpoint: engine.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'operator', secretAccessKey: 'local' },
    maxAttempts: 1,
  };
  return {
    engine,
    s3: new S3Client({ ...client, requestChecksumCalculation: 'WHEN_REQUIRED' }),
    sqs: new SQSClient(client),
    queueUrl,
  };
};
