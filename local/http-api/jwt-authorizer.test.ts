import { describe, expect, test } from 'vitest';
import {
  goodClaims,
  publishedKeys,
  signed,
  signedByAStranger,
  tokenAttacks,
} from '../../test/builders/token-attacks.ts';
import { anApi, clientId, issuer, returning } from '../testing/an-api.ts';
import { clockAt } from '../testing/clock-at.ts';
import { rawRequest } from '../testing/raw-request.ts';
import { serve } from '../testing/serve.ts';
import { createHttpApi } from './http-api.ts';

const clock = clockAt('2026-11-22T12:00:00Z');
const now = Math.floor(clock.now().getTime() / 1000);
const scope = 'attest/api';
const tried = { issuer, clientId, scope, now };
const good = goodClaims(tried);
const without = (name: string) => Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));

async function started() {
  const keys = await publishedKeys();
  const api = createHttpApi({
    resources: anApi({ 'GET /v1/me': { scopes: [scope] } }),
    invoker: { invoke: async (_name, payload) => returning({ statusCode: 200, body: JSON.stringify(payload) }) },
    keysOf: (asked) => (asked === issuer ? keys : undefined),
    clock,
    log: () => {},
  });
  return serve(api.handle);
}

const call = async (authorization?: string) =>
  fetch(`${await started()}/v1/me`, { headers: authorization === undefined ? {} : { authorization } });

test('A good token lets the request through, with its claims as texts', async () => {
  const response = await call(`Bearer ${await signed({ ...good, 'cognito:groups': ['state', 'admins'], vip: true })}`);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    requestContext: {
      authorizer: {
        jwt: {
          claims: { username: 'dana', exp: String(now + 3600), 'cognito:groups': '[state admins]', vip: 'true' },
          scopes: [scope],
        },
      },
    },
  });
});

test('The token may come without the word Bearer, as the gateway allows', async () => {
  expect((await call(await signed(good))).status).toBe(200);
});

describe('A request is refused as unauthorized with', () => {
  const attacks: [string, () => Promise<string | undefined>][] = [
    ['no token', async () => undefined],
    // The CDN and the gateway keep time as closely as this.
    ['a token of the next minute by nbf', () => signed({ ...good, nbf: now + 60 })],
    ['a token of the next minute by iat', () => signed({ ...good, iat: now + 60 })],
    ...Object.entries(tokenAttacks(tried)),
  ];

  test.each(attacks)('%s', async (_name, attack) => {
    const token = await attack();
    const response = await call(token === undefined ? undefined : `Bearer ${token}`);
    expect([response.status, await response.text()]).toEqual([401, '{"message":"Unauthorized"}']);
  });

  test('two Authorization headers, even if each is good', async () => {
    const token = `Bearer ${await signed(good)}`;
    const { status } = await rawRequest(await started(), '/v1/me', { authorization: [token, token] });
    expect(status).toBe(401);
  });

  test('a key address in the token, and nobody calls there', async () => {
    let calls = 0;
    const address = await serve((_request, response) => {
      calls += 1;
      response.end('{"keys":[]}');
      return true;
    });
    const head = { alg: 'RS256', kid: 'key-9', jku: `${address}/keys`, x5u: `${address}/chain` };
    const token = await signedByAStranger(good, head);
    expect((await call(`Bearer ${token}`)).status).toBe(401);
    expect(calls).toBe(0);
  });
});

test.each([
  ['without any scope', () => signed(without('scope'))],
  ['with other scopes only', () => signed({ ...good, scope: 'openid attest/apis attest' })],
])('A good token %s is forbidden', async (_name, token) => {
  const response = await call(`Bearer ${await token()}`);
  expect([response.status, await response.text()]).toEqual([403, '{"message":"Forbidden"}']);
});

test('The check follows the local clock: an hour later the token has lapsed', async () => {
  const token = `Bearer ${await signed(good)}`;
  await clock.moveTo(new Date((now + 3600) * 1000));
  expect((await call(token)).status).toBe(401);
});
