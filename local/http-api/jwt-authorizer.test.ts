import { createHmac, generateKeyPairSync } from 'node:crypto';
import { exportJWK, exportSPKI, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { anApi, clientId, issuer, returning } from '../testing/an-api.ts';
import { clockAt } from '../testing/clock-at.ts';
import { rawRequest } from '../testing/raw-request.ts';
import { serve } from '../testing/serve.ts';
import { createHttpApi } from './http-api.ts';

const clock = clockAt('2026-11-22T12:00:00Z');
const now = Math.floor(clock.now().getTime() / 1000);
const scope = 'attest/api';
const good: JWTPayload = {
  iss: issuer,
  sub: '5f1c',
  username: 'dana',
  client_id: clientId,
  token_use: 'access',
  scope: `openid ${scope}`,
  iat: now,
  exp: now + 3600,
};
const header = { alg: 'RS256', kid: 'key-1' };
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });

const sign = (payload: JWTPayload, head: JWTHeaderParameters = header, key = pair.privateKey) =>
  new SignJWT(payload).setProtectedHeader(head).sign(key);
const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const without = (name: string) => Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));

async function started() {
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'key-1' };
  const api = createHttpApi({
    resources: anApi({ 'GET /v1/me': { scopes: [scope] } }),
    invoker: { invoke: async (_name, payload) => returning({ statusCode: 200, body: JSON.stringify(payload) }) },
    keysOf: (asked) => (asked === issuer ? { keys: [jwk] } : undefined),
    clock,
    log: () => {},
  });
  return serve(api.handle);
}

const call = async (authorization?: string) =>
  fetch(`${await started()}/v1/me`, { headers: authorization === undefined ? {} : { authorization } });

test('A good token lets the request through, with its claims as texts', async () => {
  const response = await call(`Bearer ${await sign({ ...good, 'cognito:groups': ['state', 'admins'], vip: true })}`);
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
  expect((await call(await sign(good))).status).toBe(200);
});

const attacks: Record<string, () => Promise<string | undefined>> = {
  'no token': async () => undefined,
  'an empty token': async () => 'Bearer ',
  'a text that is no token': async () => 'Bearer abc.def',
  'alg none': async () => `${encode({ ...header, alg: 'none' })}.${encode(good)}.`,
  'alg None in another case': async () => `${encode({ ...header, alg: 'nOnE' })}.${encode(good)}.`,
  'HS256 signed with the public key': async () => {
    const input = `${encode({ ...header, alg: 'HS256' })}.${encode(good)}`;
    return `${input}.${createHmac('sha256', await exportSPKI(pair.publicKey))
      .update(input)
      .digest('base64url')}`;
  },
  'RS512 with the right key': () => sign(good, { ...header, alg: 'RS512' }),
  'PS256 with the right key': () => sign(good, { ...header, alg: 'PS256' }),
  'the right kid with a wrong key': () => sign(good, header, stranger.privateKey),
  'an unknown kid': () => sign(good, { ...header, kid: 'key-2' }),
  'a kid that looks like a path': () => sign(good, { ...header, kid: '../../etc/passwd' }),
  'no kid at all': () => sign(good, { alg: 'RS256' }),
  'an embedded key': async () =>
    sign(good, { ...header, jwk: await exportJWK(stranger.publicKey) }, stranger.privateKey),
  'an unknown critical extension': async () => {
    const [, payload = '', signature = ''] = (await sign(good)).split('.');
    return `${encode({ ...header, crit: ['x'], x: 1 })}.${payload}.${signature}`;
  },
  'a tampered payload': async () => {
    const [head = '', , signature = ''] = (await sign(good)).split('.');
    return `${head}.${encode({ ...good, username: 'root' })}.${signature}`;
  },
  'a trailing part': async () => `${await sign(good)}.x`,
  'a lapsed token': () => sign({ ...good, exp: now - 1 }),
  'no expiry': () => sign(without('exp')),
  'a token of the future by nbf': () => sign({ ...good, nbf: now + 60 }),
  'a token of the future by iat': () => sign({ ...good, iat: now + 60 }),
  'another issuer': () => sign({ ...good, iss: `${issuer}x` }),
  'no issuer': () => sign(without('iss')),
  'another client': () => sign({ ...good, client_id: 'other' }),
  'neither audience nor client': () => sign(without('client_id')),
  'an ID token': () => sign({ ...without('client_id'), aud: clientId, token_use: 'id' }),
  'a foreign audience beside ours': () => sign({ ...good, aud: ['other', clientId] }),
  'an empty audience list': () => sign({ ...good, aud: [] }),
};

describe('A request is refused as unauthorized with', () => {
  test.each(Object.entries(attacks))('%s', async (_name, attack) => {
    const token = await attack();
    const response = await call(token && (token.startsWith('Bearer') ? token : `Bearer ${token}`));
    expect([response.status, await response.text()]).toEqual([401, '{"message":"Unauthorized"}']);
  });

  test('two Authorization headers, even if each is good', async () => {
    const token = `Bearer ${await sign(good)}`;
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
    const token = await sign(
      good,
      { ...header, kid: 'key-9', jku: `${address}/keys`, x5u: `${address}/chain` },
      stranger.privateKey,
    );
    expect((await call(`Bearer ${token}`)).status).toBe(401);
    expect(calls).toBe(0);
  });
});

test.each([
  ['without any scope', () => sign(without('scope'))],
  ['with other scopes only', () => sign({ ...good, scope: 'openid attest/apis attest' })],
])('A good token %s is forbidden', async (_name, token) => {
  const response = await call(`Bearer ${await token()}`);
  expect([response.status, await response.text()]).toEqual([403, '{"message":"Forbidden"}']);
});

test('The check follows the local clock: an hour later the token has lapsed', async () => {
  const token = `Bearer ${await sign(good)}`;
  await clock.moveTo(new Date((now + 3600) * 1000));
  expect((await call(token)).status).toBe(401);
});
