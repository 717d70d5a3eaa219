import { beforeEach, describe, expect, test } from 'vitest';
import { context, triggerOf } from '../../../test/fakes/in-process-api.ts';
import { aSmallState, type SmallState } from '../../../test/fakes/small-state.ts';
import { tokensHere, trustedHere } from '../../../test/fakes/tokens.ts';
import { getSettings } from '../../contracts/operations/directory.ts';
import { ok } from '../../kernel/result.ts';
import { apiHandler } from './api-handler.ts';
import { door, type DoorOutcome } from './door.ts';
import { findCaller } from './find-caller.ts';

let state: SmallState;
beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
});

const asked = async (answer: () => Promise<DoorOutcome>, path = '/v1/settings') => {
  const caller = findCaller({ ...state.ports, tokens: tokensHere }, trustedHere);
  const handler = apiHandler([door(getSettings, answer)], caller);
  const { statusCode, body = '', headers } = await handler(triggerOf('ana', 'GET', path), context);
  return { statusCode, headers, text: body, body: JSON.parse(body) };
};

const named = (name: string, message: string) => Object.assign(new Error(message), { name });

describe('a fault of ours', () => {
  test('is a 500 that says nothing of what went wrong', async () => {
    const answer = await asked(async () => Promise.reject(new Error('table attest-dev row USER 42 of Maria')));
    expect(answer).toMatchObject({ statusCode: 500, body: { code: 'INTERNAL', requestId: 'req-GET-/v1/settings' } });
    expect(answer.text).not.toMatch(/Maria|attest-dev|at /);
  });

  test.each(['ThrottlingException', 'ProvisionedThroughputExceededException', 'TimeoutError', 'RequestLimitExceeded'])(
    'named %s is a 503 with a time to wait',
    async (name) => {
      const answer = await asked(async () => Promise.reject(named(name, 'slow down')));
      expect(answer).toMatchObject({ statusCode: 503, headers: { 'retry-after': '2' }, body: { code: 'UNAVAILABLE' } });
    },
  );

  test('is also a reply that breaks the contract', async () => {
    expect(await asked(async () => ok({ body: { name: 'no time zone' } }))).toMatchObject({ statusCode: 500 });
  });
});

test('a reply says no more than the contract has', async () => {
  const settings = {
    id: 'AGENCY',
    name: 'n',
    shortName: 's',
    timeZone: 'UTC',
    warningPolicy: 'NONE',
    now: 'now',
    secret: 'x',
  };
  const answer = await asked(async () => ok({ body: settings, version: 4 }));
  expect(answer).toMatchObject({ statusCode: 200, headers: { etag: '"4"', 'x-request-id': 'req-GET-/v1/settings' } });
  expect(answer.body).not.toHaveProperty('secret');
});

test('what is no route of the area is not found', async () => {
  expect(await asked(async () => ok({ body: {} }), '/v1/me')).toMatchObject({
    statusCode: 404,
    body: { code: 'NOT_FOUND' },
  });
});
