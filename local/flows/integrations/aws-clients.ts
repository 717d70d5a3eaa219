import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';

export interface AwsClients {
  readonly dynamodb: DynamoDBClient;
  readonly sqs: SQSClient;
  /** Closes the connections, so that the gateway can close. */
  destroy(): void;
}

/**
 * Clients of the runtime's own gateway. They call as the operator: the machine's role has been checked before, and the
 * gateway knows functions only.
 */
export function createAwsClients(endpoint: string): AwsClients {
  const options = { endpoint, region: 'us-east-1', credentials: { accessKeyId: 'operator', secretAccessKey: 'local' } };
  const dynamodb = new DynamoDBClient(options);
  const sqs = new SQSClient(options);
  return {
    dynamodb,
    sqs,
    destroy() {
      dynamodb.destroy();
      sqs.destroy();
    },
  };
}
