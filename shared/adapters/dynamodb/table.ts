import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { jitteredPause, type Pause } from '../backoff.ts';
import { clientConfiguration } from '../client-configuration.ts';

/** The one table, opened. */
export interface Table {
  readonly client: DynamoDBDocumentClient;
  readonly name: string;
  readonly pause: Pause;
}

let shared: DynamoDBClient | undefined;

// Every port of a function speaks through one client, so that they share its connections.
const sharedClient = (): DynamoDBClient => (shared ??= unlogged(new DynamoDBClient(clientConfiguration)));

/** For a log that nobody keeps the SDK copies every answer: a sixth of what reading a long list takes. */
const unlogged = (client: DynamoDBClient): DynamoDBClient => {
  client.middlewareStack.remove('loggerMiddleware');
  return client;
};

export const openTable = (name: string, client = sharedClient(), pause: Pause = jitteredPause): Table => ({
  client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
  name,
  pause,
});
