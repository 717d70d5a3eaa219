import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { jitteredPause, type Pause } from '../backoff.ts';
import { clientConfiguration } from '../client-configuration.ts';

/** The one table, opened. Built once a process, outside the handler. */
export interface Table {
  readonly client: DynamoDBDocumentClient;
  readonly name: string;
  readonly pause: Pause;
}

export const openTable = (
  name: string,
  client: DynamoDBClient = new DynamoDBClient(clientConfiguration),
  pause: Pause = jitteredPause,
): Table => ({
  client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
  name,
  pause,
});
