import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { expect, inject, it } from 'vitest';
import * as z from 'zod';
import { batchGet } from '../../shared/adapters/dynamodb/drain-batch.ts';
import { createStore } from '../../shared/adapters/dynamodb/store.ts';
import { openTable } from '../../shared/adapters/dynamodb/table.ts';
import { organizationId, uploadId, userId } from '../../shared/kernel/ids.ts';
import { attendance } from '../builders/people.ts';
import { moment } from '../builders/time.ts';
import { settableClock } from '../fakes/settable-clock.ts';
import { mustCommit } from './acts.ts';
import { meterOf } from './engine/meter.ts';
import { newClient, openNewTable, portsOver } from './engine/open-dynamodb.ts';
import { creating, samples } from './samples/entities.ts';

const openMetered = async () => {
  const { client, table } = await openNewTable(inject('dynamoDbEndpoint'));
  const clock = settableClock(moment('2026-05-05'));
  return { table, world: { ...portsOver(table, clock), clock }, requests: meterOf(client) };
};

const longText = 'x'.repeat(180 * 1024);

it('a list of more than a megabyte is read to its end', async () => {
  const { world, requests } = await openMetered();
  const districts = Array.from({ length: 8 }, (_, index) => organizationId(`d${index}`));
  for (const districtId of districts) {
    const member = { userId: userId('ana'), name: longText, role: 'REVIEWER', schools: 'ALL' } as const;
    const state = { categoryId: attendance, districtId, members: [member] };
    await mustCommit(world, { transitions: [creating('localMembers', state)] });
  }
  requests.length = 0;
  const read = await world.store.localMembersOf(attendance);
  expect(read.map(({ state }) => state.districtId)).toEqual(districts);
  expect(requests.length).toBeGreaterThan(1);
});

it('keys that the table leaves unprocessed are asked for again', async () => {
  const { world, requests } = await openMetered();
  const [upload] = samples.upload;
  if (!upload) throw new Error('there is no sample');
  const problem = { line: 1, column: null, code: 'BROKEN', detail: 'x'.repeat(18 * 1024) };
  const ids = Array.from({ length: 47 }, (_, index) => uploadId(`upl_${index}`));
  for (const id of ids) {
    const state = { ...upload, id, problems: Array.from({ length: 21 }, () => problem) };
    await mustCommit(world, { transitions: [creating('upload', state)] });
  }
  requests.length = 0;
  const read = await world.store.loadMany('upload', ids);
  expect(read.map(({ state }) => state.id)).toEqual(ids);
  expect(requests.length).toBeGreaterThan(1);
});

/** A client whose table leaves every key unprocessed, for ever. */
const neverProcessing = (endpoint: string): DynamoDBClient => {
  const client = newClient(endpoint);
  client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      const { RequestItems } = z.object({ RequestItems: z.unknown() }).parse(args.input);
      return { ...answer, output: { ...answer.output, Responses: {}, UnprocessedKeys: RequestItems } };
    },
    { step: 'initialize', name: 'unprocessed', priority: 'low' },
  );
  return client;
};

it('keys that stay unprocessed are a fault, not absent', async () => {
  const { table } = await openMetered();
  const overloaded = openTable(table.name, neverProcessing(inject('dynamoDbEndpoint')), async () => {});
  await expect(batchGet(overloaded, [{ pk: 'a', sk: 'b' }])).rejects.toThrow('1 of 1 keys are unprocessed');
  await expect(createStore(overloaded).loadMany('upload', [uploadId('upl_1')])).rejects.toThrow('unprocessed');
});
