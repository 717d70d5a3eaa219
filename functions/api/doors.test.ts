import { expect, test } from 'vitest';
import { operations } from '../../shared/contracts/operations.ts';
import { allDoors } from '../../test/fakes/in-process-api.ts';
import { aSmallState } from '../../test/fakes/small-state.ts';

test('every operation of the contract has a door, and no door opens anything else', async () => {
  const { ports, ask } = await aSmallState('2026-05-05T18:00:00Z');
  const opened = allDoors(ports).map(({ operation }) => operation.operationId);
  expect(opened.toSorted()).toEqual(operations.map(({ operationId }) => operationId).toSorted());
  expect((await ask('ana', 'GET', '/v1/me')).status).toBe(200);
});

test.each(operations.filter(({ method }) => method === 'POST'))(
  '$operationId asks for an Idempotency-Key',
  async (row) => {
    const { ask } = await aSmallState('2026-05-05T18:00:00Z');
    const path = row.path.replace(/\{step\}/, 'district-validation').replaceAll(/\{\w+\}/g, 'abc');
    const answer = await ask('admin', 'POST', path, { body: {}, key: '' });
    expect(answer).toMatchObject({ status: 400, body: { code: 'IDEMPOTENCY_KEY_REQUIRED' } });
  },
);

test.each(operations.filter(({ ifMatch }) => ifMatch))('$operationId asks for an If-Match', async (row) => {
  const { ask } = await aSmallState('2026-05-05T18:00:00Z');
  const answer = await ask('admin', row.method, row.path.replaceAll(/\{\w+\}/g, 'abc'), { body: {} });
  expect(answer).toMatchObject({ status: 428, body: { code: 'IF_MATCH_REQUIRED' } });
});

test.each(operations.filter(({ auth }) => auth === 'token'))(
  '$operationId lets nobody in who is not known',
  async (row) => {
    const { ask } = await aSmallState('2026-05-05T18:00:00Z');
    const path = row.path.replace(/\{step\}/, 'district-validation').replaceAll(/\{\w+\}/g, 'abc');
    expect((await ask('stranger', row.method, path, { body: {} })).status).toBe(403);
    expect((await ask('gone', row.method, path, { body: {} })).status).toBe(403);
  },
);
