import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { tellStory } from '../demo/story.ts';
import { useSystem } from '../harness/system.ts';
import { unsoundIn } from '../harness/verify.ts';
import { bearCreek } from '../story/certification-event.ts';

const system = useSystem();

/** Somebody with rights on the table itself, past everything that guards it. */
const renameBehindTheBack = async (name: string): Promise<string> => {
  const { environment } = system.runtime;
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint: environment['AWS_ENDPOINT_URL_DYNAMODB'] ?? '',
      region: environment['AWS_REGION'] ?? '',
      credentials: {
        accessKeyId: environment['AWS_ACCESS_KEY_ID'] ?? '',
        secretAccessKey: environment['AWS_SECRET_ACCESS_KEY'] ?? '',
      },
    }),
  );
  const { Attributes } = await client.send(
    new UpdateCommand({
      TableName: environment['TABLE_NAME'],
      Key: { pk: `ORG#${bearCreek}`, sk: 'ORG' },
      UpdateExpression: 'SET #state.#name = :name',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: { '#state': 'state', '#name': 'name' },
      ExpressionAttributeValues: { ':name': name },
      ReturnValues: 'ALL_OLD',
    }),
  );
  client.destroy();
  return String(Object(Attributes?.['state']).name);
};

describe('npm run verify', () => {
  it('finds nothing wrong after the whole story of the demo', async () => {
    await tellStory(system.origin, () => undefined);
    await system.atRest();
    expect(await unsoundIn(system.runtime)).toEqual([]);
  }, 300_000);

  it('names the one item that was changed past the audit, and nothing once it is as it was', async () => {
    const name = await renameBehindTheBack('Somewhere Else ISD');
    const found = await unsoundIn(system.runtime);
    await renameBehindTheBack(name);
    expect(found.filter((line) => line.startsWith('FAIL'))).not.toEqual([]);
    for (const line of found.filter((one) => !one.startsWith('FAIL')))
      expect(line).toContain(`organization/${bearCreek}`);
    expect(await unsoundIn(system.runtime)).toEqual([]);
  }, 120_000);

  it('has its environment from the running stage', async () => {
    const text = await (await fetch(`${system.origin}/_local/environment`)).text();
    expect(text).toContain(`export TABLE_NAME='${system.runtime.environment['TABLE_NAME'] ?? ''}'\n`);
  });
});
