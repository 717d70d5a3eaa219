import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { invariants } from '../../shared/verification/register.ts';
import { tellStory } from '../demo/story.ts';
import { operatorOf } from '../harness/operator.ts';
import { useSystem } from '../harness/system.ts';
import { unsoundIn } from '../harness/verify.ts';
import { listAt, textAt } from '../story/read.ts';
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

/** What the command says, by the system's clock; it fails where it finds something wrong. */
const verified = (): Promise<string> =>
  operatorOf(system.runtime).command('verify', ['--now', new Date(system.now()).toISOString()]);

describe('npm run verify', () => {
  it('finds nothing wrong after the whole story of the demo', async () => {
    await tellStory(system.origin, () => undefined);
    await system.atRest();
    const lines = (await verified()).trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('ok '))).toEqual(lines);
    // That every item can be read stands beside the invariants.
    expect(lines).toHaveLength(invariants.length + 1);
  }, 300_000);

  it('names the one item that was changed past the audit, and nothing once it is as it was', async () => {
    const name = await renameBehindTheBack('Somewhere Else ISD');
    const { code, stdout }: { code?: number; stdout?: string } = await verified().catch(Object);
    await renameBehindTheBack(name);
    expect(code).toBe(1);
    const found = (stdout ?? '').trimEnd().split('\n');
    expect(found.filter((line) => line.startsWith('FAIL'))).not.toEqual([]);
    for (const line of found.filter((one) => !/^(FAIL|ok ) /.test(one)))
      expect(line).toContain(`organization/${bearCreek}`);
    expect(await unsoundIn(system.runtime)).toEqual([]);
  }, 120_000);

  it('has its environment from the running stage', async () => {
    const text = await (await fetch(`${system.origin}/_local/environment`)).text();
    expect(text).toContain(`export TABLE_NAME='${system.runtime.environment['TABLE_NAME'] ?? ''}'\n`);
  });
});

/** What has become of the story's certification event. */
const toldEvent = async (): Promise<string> => {
  const listed = await (await system.as('state-admin')).get('/v1/certification-events');
  const told = listAt(Object(listed.body), 'items').find((one) => one['status'] === 'CLOSED');
  return textAt(told ?? {}, 'id');
};

describe('npm run evidence', () => {
  it('writes what Bear Creek certified in the story, and finds that it verifies', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'evidence-'));
    const about = ['--event', await toldEvent(), '--organization', bearCreek, '--by', 'state-admin'];
    const out = ['--purpose', 'Audit of 2026', '--out', join(folder, 'bear-creek.zip')];
    const said = await operatorOf(system.runtime).command('evidence', [...about, ...out]);
    await rm(folder, { recursive: true });
    expect(said).toMatch(/^VERIFIED: certification of 255903/);
    expect(said).toMatch(/ APPROVE by state-approver/);
    expect(said).toMatch(/, sealed \S+ by [0-9a-f]{64}/);
  }, 60_000);
});

describe('A restore', () => {
  const complete = 'data: 0 missing, 0 different\nreports: 0 missing, 0 different\ntable: 0 missing, 0 different\n';

  it('fills an empty place that verify finds sound, and brings back from there what was lost', async () => {
    await system.atRest();
    const operator = operatorOf(system.runtime);
    const copy = await operator.emptyPlace('-restored');
    const from = ({ TABLE_NAME, DATA_BUCKET, REPORTS_BUCKET }: typeof copy, ...more: readonly string[]) => [
      ...['--from-table', TABLE_NAME, '--from-data', DATA_BUCKET, '--from-reports', REPORTS_BUCKET],
      ...more,
    ];
    // As point-in-time recovery makes a table of its own: everything, in a place where there is nothing.
    await operator.command('restore', from(operator.place, '--write', 'missing'), copy);
    expect(await unsoundIn(system.runtime, copy)).toEqual([]);
    expect(await operator.command('restore', from(operator.place), copy)).toContain(complete);

    const event = await toldEvent();
    const items = await operator.loseItems(new RegExp(`^EVT#${event}`));
    const objects = await operator.loseObjects(`snapshots/${event}`);
    const name = await renameBehindTheBack('Somewhere Else ISD');
    expect(name).not.toBe('Somewhere Else ISD');
    expect([items > 100, objects > 1]).toEqual([true, true]);
    expect(await unsoundIn(system.runtime)).not.toEqual([]);

    const looked = await operator.command('restore', from(copy));
    expect(looked).toContain(`DIFFERENT ORG#${bearCreek} / ORG\n`);
    expect(looked).toContain(`data: ${objects} missing, 0 different\n`);
    expect(looked).toContain(`table: ${items} missing, 1 different\nNothing was written`);
    expect(await operator.command('restore', from(copy, '--write', 'missing'))).toContain(`table: ${items} missing`);
    await operator.command('restore', from(copy, '--write', 'everything'));
    await system.atRest();
    expect(await operator.command('restore', from(copy))).toContain(complete);
    expect(await unsoundIn(system.runtime)).toEqual([]);
  }, 180_000);
});
