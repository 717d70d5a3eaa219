import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import { clientSettings, requestHandler, type WireAnswer, type WireCall } from '../aws/wire.ts';

export type ServiceName = 'table' | 'objects' | 'queues' | 'flows' | 'schedules' | 'mail' | 'sign-in';

/** Brings one call to a service and its answer back. */
export type Reach = (service: ServiceName, call: WireCall) => Promise<WireAnswer>;

interface RetryToken {
  readonly getRetryCount: () => number;
  readonly getRetryDelay: () => number;
}

const attempts = 3;
const tokenAt = (count: number): RetryToken => ({ getRetryCount: () => count, getRetryDelay: () => 0 });

/** Tries as often as the SDK does by itself in a function, without its pauses. */
const retryStrategy = {
  acquireInitialRetryToken: async () => tokenAt(0),
  refreshRetryTokenForRetry: async (token: RetryToken, { errorType }: { readonly errorType: string }) => {
    if (errorType === 'CLIENT_ERROR' || token.getRetryCount() + 1 >= attempts) throw new Error('no more attempts');
    return tokenAt(token.getRetryCount() + 1);
  },
  recordSuccess: () => undefined,
};

const silent = { trace: () => {}, debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Nobody checks signatures here, and they would be half of the work. */
const signer = { sign: async <Request>(request: Request): Promise<Request> => request };

/** What the SDK does for others at every call: notes for a log, and headers that no service here reads. */
const unread = ['loggerMiddleware', 'getUserAgentMiddleware', 'recursionDetectionMiddleware'];

/** As much of a client as all of them share. */
interface Stacked {
  readonly middlewareStack: { readonly remove: (name: string) => boolean };
}

/** The SDK's own clients, over no wire. */
export const openClients = (reach: Reach) => {
  const settings = (service: ServiceName) => ({
    ...clientSettings,
    // Said beforehand, it is not looked for in the surroundings at every call.
    endpoint: `https://${service}.simulated`,
    retryStrategy,
    logger: silent,
    signer,
    requestHandler: requestHandler((call) => reach(service, call)),
  });
  const clients = {
    table: new DynamoDBClient(settings('table')),
    objects: new S3Client({
      ...settings('objects'),
      forcePathStyle: true,
      requestChecksumCalculation: 'WHEN_REQUIRED',
    }),
    queues: new SQSClient({ ...settings('queues'), useQueueUrlAsEndpoint: false }),
    flows: new SFNClient(settings('flows')),
    schedules: new SchedulerClient(settings('schedules')),
    mail: new SESv2Client(settings('mail')),
    signIn: new CognitoIdentityProviderClient(settings('sign-in')),
  };
  const stacked: readonly Stacked[] = Object.values(clients);
  for (const { middlewareStack } of stacked) for (const name of unread) middlewareStack.remove(name);
  return clients;
};

export type Clients = ReturnType<typeof openClients>;
