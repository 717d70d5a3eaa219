import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { describe, expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { aPool, poolClientId, poolId } from '../testing/a-pool.ts';
import { type Browser, createBrowser, target } from '../testing/browser.ts';
import { clockAt } from '../testing/clock-at.ts';
import { serve } from '../testing/serve.ts';
import { createSignIn, type SignIn } from './sign-in.ts';

const now = Date.parse('2027-03-01T08:00:00Z') / 1000;

async function started(files: { usersFile?: string; keyFile?: string } = {}) {
  const clock = clockAt('2027-03-01T08:00:00Z');
  const { promise, resolve } = Promise.withResolvers<SignIn>();
  const origin = await serve(async (request, response) => (await promise).handle(request, response));
  const signIn = createSignIn({ ...aPool, origin, clock, ...files, log: (line) => expect.fail(line) });
  resolve(signIn);
  return { origin, issuer: `${origin}/${poolId}`, clock, signIn, browser: createBrowser() };
}

async function createUser(signIn: SignIn, Username: string, attributes: Record<string, string> = {}) {
  const UserAttributes = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));
  await call(signIn, 'AdminCreateUser', { UserPoolId: poolId, Username, UserAttributes });
}

async function call(signIn: SignIn, operation: string, input: object) {
  const response = await signIn.service({
    service: 'cognito-idp',
    method: 'POST',
    path: '/',
    headers: { 'x-amz-target': `AWSCognitoIdentityProviderService.${operation}` },
    body: Buffer.from(JSON.stringify(input)),
    caller: 'operator',
  });
  return { status: response.status, body: JSON.parse(response.body) };
}

const disable = (signIn: SignIn, Username: string) =>
  call(signIn, 'AdminDisableUser', { UserPoolId: poolId, Username });

const verifier = randomBytes(32).toString('base64url');
const callback = (origin: string) => `${origin}/signed-in`;

function authorizeUrl(issuer: string, changes: Record<string, string | undefined> = {}): string {
  const url = new URL(`${issuer}/oauth2/authorize`);
  const parameters = {
    client_id: poolClientId,
    response_type: 'code',
    redirect_uri: callback(url.origin),
    scope: 'openid attest/api',
    state: 'st4te',
    nonce: 'n0nce',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  };
  for (const [name, value] of Object.entries<string | undefined>(parameters))
    if (value !== undefined) url.searchParams.set(name, value);
  return url.href;
}

const choose = (browser: Browser, page: string, user: string) =>
  browser(page, { method: 'POST', body: new URLSearchParams({ user }) });

/** From the application's link to the code: authorize, choose on the page, come back. */
async function signInAs(browser: Browser, issuer: string, user: string): Promise<URL> {
  const page = target(await browser(authorizeUrl(issuer))).href;
  const chosen = await choose(browser, page, user);
  return target(await browser(target(chosen).href));
}

const exchange = (
  issuer: string,
  code: string,
  changes: Record<string, string> = {},
  headers: Record<string, string> = {},
) =>
  fetch(`${issuer}/oauth2/token`, {
    method: 'POST',
    headers,
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: poolClientId,
      redirect_uri: callback(new URL(issuer).origin),
      code,
      code_verifier: verifier,
      ...changes,
    }),
  });

const tokenAnswer = z.looseObject({ access_token: z.string(), id_token: z.string(), refresh_token: z.string() });
const tokensOf = async (response: Response) => tokenAnswer.parse(await response.json());

const codeOf = (url: URL) => url.searchParams.get('code') ?? '';

describe('Signing in with code and PKCE', () => {
  test('leads back with a code that buys tokens of Cognito’s shape, dated by the local clock', async () => {
    const { issuer, origin, signIn, browser } = await started();
    await createUser(signIn, 'dana', { name: 'Dana Reed', email: 'dana@example.org' });
    const back = await signInAs(browser, issuer, 'dana');
    expect([back.origin + back.pathname, back.searchParams.get('state')]).toEqual([callback(origin), 'st4te']);
    const response = await exchange(issuer, codeOf(back));
    expect(response.status).toBe(200);
    const tokens = await tokensOf(response);
    const { sub, ...access } = decodeJwt(tokens.access_token);
    expect(access).toEqual({
      iss: issuer,
      client_id: poolClientId,
      token_use: 'access',
      scope: 'openid attest/api',
      username: 'dana',
      version: 2,
      auth_time: now,
      iat: now,
      exp: now + 3600,
      jti: expect.any(String),
      origin_jti: expect.any(String),
    });
    expect(decodeJwt(tokens.id_token)).toMatchObject({
      sub,
      aud: poolClientId,
      token_use: 'id',
      nonce: 'n0nce',
      'cognito:username': 'dana',
      email: 'dana@example.org',
      at_hash: createHash('sha256').update(tokens.access_token).digest().subarray(0, 16).toString('base64url'),
    });
    expect(tokens).toMatchObject({ token_type: 'Bearer', expires_in: 3600, refresh_token: expect.any(String) });
  });

  test('sells tokens to the page it leads back to, as a browser asks for them, and to no page from elsewhere', async () => {
    const { issuer, origin, signIn } = await started();
    await createUser(signIn, 'dana');
    const asked = async (from: string) => {
      const back = await signInAs(createBrowser(), issuer, 'dana');
      return (await exchange(issuer, codeOf(back), {}, { origin: from })).status;
    };
    expect([await asked(origin), await asked('https://elsewhere.example')]).toEqual([200, 400]);
  });

  test('is described by discovery, and the published key verifies the token', async () => {
    const { issuer, signIn } = await started();
    await createUser(signIn, 'dana');
    const discovery = await (await fetch(`${issuer}/.well-known/openid-configuration`)).json();
    const keysAddress = `${issuer}/.well-known/jwks.json`;
    expect(discovery).toMatchObject({
      issuer,
      authorization_endpoint: `${issuer}/oauth2/authorize`,
      token_endpoint: `${issuer}/oauth2/token`,
      jwks_uri: keysAddress,
      end_session_endpoint: `${issuer}/logout`,
    });
    const token = (await signIn.token('dana')) ?? '';
    const currentDate = new Date(now * 1000);
    const verified = await jwtVerify(token, createRemoteJWKSet(new URL(keysAddress)), { issuer, currentDate });
    expect(verified.payload).toMatchObject({ username: 'dana', scope: 'openid email attest/api' });
    const published = z.object({ keys: z.tuple([z.looseObject({})]) }).parse(await (await fetch(keysAddress)).json());
    expect(Object.keys(published.keys[0]).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    expect(signIn.keysOf(issuer)?.keys[0]?.kid).toBe(decodeProtectedHeader(token).kid);
  });

  test('needs no second choice while the session lasts, and a refresh buys new tokens of the same sign-in', async () => {
    const { issuer, signIn, browser, clock } = await started();
    await createUser(signIn, 'dana');
    await signInAs(browser, issuer, 'dana');
    const again = target(await browser(authorizeUrl(issuer)));
    const { refresh_token } = await tokensOf(await exchange(issuer, codeOf(again)));
    await clock.moveTo(new Date((now + 7200) * 1000));
    const refreshed = await exchange(issuer, '', { grant_type: 'refresh_token', refresh_token });
    expect(decodeJwt((await tokensOf(refreshed)).access_token)).toMatchObject({
      username: 'dana',
      iat: now + 7200,
      auth_time: now,
    });
  });

  test.each([
    ['another verifier', { code_verifier: randomBytes(32).toString('base64url') }],
    ['no verifier', { code_verifier: '' }],
    ['another address to lead back to', { redirect_uri: 'https://pages.example/signed-in' }],
  ])('gives no token for %s', async (_case, changes) => {
    const { issuer, signIn, browser } = await started();
    await createUser(signIn, 'dana');
    const response = await exchange(issuer, codeOf(await signInAs(browser, issuer, 'dana')), changes);
    expect([response.status, await response.json()]).toEqual([
      400,
      { error: expect.any(String), error_description: expect.any(String) },
    ]);
  });

  test('gives tokens for a code only once', async () => {
    const { issuer, signIn, browser } = await started();
    await createUser(signIn, 'dana');
    const code = codeOf(await signInAs(browser, issuer, 'dana'));
    expect([(await exchange(issuer, code)).status, (await exchange(issuer, code)).status]).toEqual([200, 400]);
  });

  test('does not lead to an address that is not registered', async () => {
    const { issuer, browser } = await started();
    const response = await browser(authorizeUrl(issuer, { redirect_uri: 'https://evil.example/' }));
    expect([response.status, response.headers.get('location')]).toEqual([400, null]);
    expect(await response.text()).not.toContain('fonts.googleapis');
  });

  test.each([
    ['without a challenge', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
    ['for a scope the client may not have', { scope: 'openid attest/other' }, 'invalid_scope'],
  ])('is refused %s', async (_case, changes, error) => {
    const { issuer, browser } = await started();
    expect(target(await browser(authorizeUrl(issuer, changes))).searchParams.get('error')).toBe(error);
  });
});

describe('The sign-in page', () => {
  test('has a button for everyone who may sign in, with names escaped and nothing loaded from elsewhere', async () => {
    const { issuer, signIn, browser } = await started();
    await createUser(signIn, 'dana', { name: '<b>Dana</b> & "Co"', 'custom:role': 'Certifier, Bear Creek' });
    await createUser(signIn, 'gone', { name: 'Somebody Gone' });
    await disable(signIn, 'gone');
    const response = await browser(target(await browser(authorizeUrl(issuer))).href);
    const page = await response.text();
    expect(page).toContain('&lt;b&gt;Dana&lt;/b&gt; &amp; &quot;Co&quot;');
    expect(page).toContain('Certifier, Bear Creek');
    expect(page).toContain('<button name="user" value="dana">');
    expect(page).not.toContain('Somebody Gone');
    expect(page).not.toMatch(/(src|href)="http|<script|@import/);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('says so when the pool is empty, and when it is opened without a sign-in under way', async () => {
    const { issuer, browser } = await started();
    const page = target(await browser(authorizeUrl(issuer))).href;
    expect(await (await browser(page)).text()).toContain('Nobody can sign in yet');
    const strayed = await fetch(page);
    expect([strayed.status, await strayed.text()]).toEqual([400, expect.stringContaining('has lapsed')]);
  });
});

test('Choosing somebody else in the same browser leaves the first session', async () => {
  const { issuer, signIn, browser } = await started();
  await createUser(signIn, 'dana');
  await createUser(signIn, 'lee');
  await signInAs(browser, issuer, 'dana');
  const page = target(await browser(authorizeUrl(issuer, { prompt: 'login' }))).href;
  const back = target(await browser(target(await choose(browser, page, 'lee')).href));
  expect(decodeJwt((await tokensOf(await exchange(issuer, codeOf(back)))).access_token)).toMatchObject({
    username: 'lee',
  });
});

describe('A disabled user', () => {
  test('cannot be chosen, nor can somebody unknown', async () => {
    const { issuer, signIn, browser } = await started();
    await createUser(signIn, 'dana');
    const page = target(await browser(authorizeUrl(issuer))).href;
    await disable(signIn, 'dana');
    expect([(await choose(browser, page, 'dana')).status, (await choose(browser, page, 'nobody')).status]).toEqual([
      403, 403,
    ]);
  });

  test('gets no token: by code, by refresh, by command', async () => {
    const { issuer, signIn, browser } = await started();
    await createUser(signIn, 'dana');
    const { refresh_token } = await tokensOf(await exchange(issuer, codeOf(await signInAs(browser, issuer, 'dana'))));
    const code = codeOf(target(await browser(authorizeUrl(issuer))));
    await disable(signIn, 'dana');
    const answers = [
      await exchange(issuer, code),
      await exchange(issuer, '', { grant_type: 'refresh_token', refresh_token }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400]);
    expect([await signIn.token('dana'), await signIn.token('nobody')]).toEqual([undefined, undefined]);
  });

  test('is led back to the page in spite of a session, and may enter again once enabled', async () => {
    const { issuer, signIn, browser } = await started();
    await createUser(signIn, 'dana');
    await signInAs(browser, issuer, 'dana');
    await disable(signIn, 'dana');
    expect(target(await browser(authorizeUrl(issuer))).pathname).toContain('/sign-in/');
    await call(signIn, 'AdminEnableUser', { UserPoolId: poolId, Username: 'dana' });
    expect(codeOf(target(await browser(authorizeUrl(issuer))))).not.toBe('');
  });

  test('makes room in the same browser for somebody else', async () => {
    const { issuer, signIn, browser } = await started();
    await createUser(signIn, 'dana');
    await createUser(signIn, 'lee');
    await signInAs(browser, issuer, 'dana');
    await disable(signIn, 'dana');
    const response = await exchange(issuer, codeOf(await signInAs(browser, issuer, 'lee')));
    expect(decodeJwt((await tokensOf(response)).access_token)).toMatchObject({ username: 'lee' });
  });
});

describe('Signing out', () => {
  const signedIn = async () => {
    const pool = await started();
    await createUser(pool.signIn, 'dana');
    await signInAs(pool.browser, pool.issuer, 'dana');
    return pool;
  };
  const asksAgain = async (browser: Browser, issuer: string) =>
    target(await browser(authorizeUrl(issuer))).pathname.includes('/sign-in/');

  test('ends the session and leads back, in Cognito’s form', async () => {
    const { issuer, origin, browser } = await signedIn();
    const response = await browser(`${issuer}/logout?client_id=${poolClientId}&logout_uri=${origin}/`);
    expect([response.status, target(response).href]).toEqual([302, `${origin}/`]);
    expect(await asksAgain(browser, issuer)).toBe(true);
  });

  test('ends the session and leads back, in the standard’s form', async () => {
    const { issuer, browser } = await signedIn();
    const { id_token } = await tokensOf(await exchange(issuer, codeOf(target(await browser(authorizeUrl(issuer))))));
    const asked = new URLSearchParams({
      id_token_hint: id_token,
      post_logout_redirect_uri: 'https://pages.example/',
      state: 'x',
    });
    expect(target(await browser(`${issuer}/logout?${asked.toString()}`)).href).toBe('https://pages.example/?state=x');
    expect(await asksAgain(browser, issuer)).toBe(true);
  });

  test('does not lead to an address that is not registered, and the session stays', async () => {
    const { issuer, browser } = await signedIn();
    const response = await browser(`${issuer}/logout?client_id=${poolClientId}&logout_uri=https://evil.example/`);
    expect([response.status, await asksAgain(browser, issuer)]).toEqual([400, false]);
  });
});

describe('A restart', () => {
  const folder = () => {
    const path = mkdtempSync(join(tmpdir(), 'sign-in-'));
    onTestFinished(() => rmSync(path, { recursive: true }));
    return { usersFile: join(path, 'users.json'), keyFile: join(path, 'state', 'key.json') };
  };

  test('keeps people and signing key', async () => {
    const files = folder();
    const before = await started(files);
    await createUser(before.signIn, 'dana');
    const token = (await before.signIn.token('dana')) ?? '';
    const after = await started(files);
    expect(after.signIn.snapshot()).toEqual(before.signIn.snapshot());
    expect(after.signIn.keysOf(after.issuer)?.keys[0]?.kid).toBe(decodeProtectedHeader(token).kid);
  });

  test('can begin with the people of an image instead', async () => {
    const { signIn } = await started();
    await createUser(signIn, 'dana', { name: 'Dana Reed' });
    const image = signIn.snapshot();
    const next = await started(folder());
    await createUser(next.signIn, 'somebody-else');
    next.signIn.restore(image);
    expect(next.signIn.snapshot()).toEqual(image);
    expect(decodeJwt((await next.signIn.token('dana')) ?? '')).toMatchObject({ sub: image[0]?.sub });
  });
});

test('Paths outside the pool are left to somebody else', async () => {
  const { origin } = await started();
  expect([(await fetch(`${origin}/`)).status, (await fetch(`${origin}/${poolId}x/y`)).status]).toEqual([421, 421]);
});
