import type { IncomingMessage, ServerResponse } from 'node:http';
import { beforeEach, describe, expect, test } from 'vitest';
import { serve } from '../../../local/testing/serve.ts';
import {
  goodClaims,
  publishedKeys,
  signed,
  signedByAStranger,
  tokenAttacks,
} from '../../../test/builders/token-attacks.ts';
import { context, triggerOf } from '../../../test/fakes/in-process-api.ts';
import { aSmallState, type SmallState } from '../../../test/fakes/small-state.ts';
import { claimsOf, tokensHere, tokenWith, trustedHere } from '../../../test/fakes/tokens.ts';
import { getSettings } from '../../contracts/operations/directory.ts';
import { ok } from '../../kernel/result.ts';
import { apiHandler } from '../../runtime/http/api-handler.ts';
import { door } from '../../runtime/http/door.ts';
import { findCaller } from '../../runtime/http/find-caller.ts';
import { createTokenReader } from './token-reader.ts';

const now = Math.floor(Date.now() / 1000);

interface Issuer {
  readonly url: string;
  /** What was asked of it, in order. */
  readonly asked: string[];
  answers: (request: IncomingMessage, response: ServerResponse) => void;
}

/** An issuer that publishes its keys somewhere of its own choosing, as each does. */
const anIssuer = async (keysAt = (origin: string) => `${origin}/pool/keys`): Promise<Issuer> => {
  const keys = await publishedKeys();
  const asked: string[] = [];
  const issuer = {
    asked,
    answers: (request: IncomingMessage, response: ServerResponse) => {
      const configuration = request.url?.endsWith('/openid-configuration');
      response.end(JSON.stringify(configuration ? { issuer: `${origin}/pool`, jwks_uri: keysAt(origin) } : keys));
    },
  };
  const origin = await serve((request, response) => {
    asked.push(request.url ?? '');
    issuer.answers(request, response);
    return true;
  });
  return Object.assign(issuer, { url: `${origin}/pool` });
};

const triedOf = ({ url }: Issuer) => ({ issuer: url, clientId: 'pages', scope: 'attest/api', now });
const goodOf = (issuer: Issuer) => ({ ...goodClaims(triedOf(issuer)), username: 'ana' });

type Answers = Issuer['answers'];
const refusing: Answers = (_request, response) => response.writeHead(503).end();
const breaking: Answers = (request) => request.socket.destroy();
const rambling: Answers = (_request, response) => response.end('<html>');
const pointing: Answers = (_request, response) => response.writeHead(302, { location: '/elsewhere' }).end();
const keyless: Answers = ({ url, headers }, response) =>
  response.end(url?.endsWith('/keys') ? '{"keys":[{}]}' : JSON.stringify({ jwks_uri: `http://${headers.host}/keys` }));

test('a token is read by the keys that its issuer publishes, which are fetched once', async () => {
  const issuer = await anIssuer();
  const tokens = createTokenReader(issuer.url);
  const token = await signed(goodOf(issuer));
  expect(await tokens.read(token)).toMatchObject({ username: 'ana', scope: 'openid attest/api' });
  expect(await Promise.all([tokens.read(token), tokens.read(token)])).toHaveLength(2);
  expect(issuer.asked).toEqual(['/pool/.well-known/openid-configuration', '/pool/keys']);
});

test('an unknown key is looked for once, however many tokens name one, and known keys go on being known', async () => {
  const issuer = await anIssuer();
  const tokens = createTokenReader(issuer.url);
  const good = await signed(goodOf(issuer));
  await tokens.read(good);
  const unknown = await signedByAStranger(goodOf(issuer), { alg: 'RS256', kid: 'key-2' });
  for (let attempt = 0; attempt < 20; attempt += 1) expect(await tokens.read(unknown)).toBeUndefined();
  expect(issuer.asked).toHaveLength(4);
  expect(await tokens.read(good)).toMatchObject({ username: 'ana' });
});

test('a critical extension that the issuer did sign is refused, since nobody here understands it', async () => {
  const issuer = await anIssuer();
  const token = await signed(goodOf(issuer), { alg: 'RS256', kid: 'key-1', crit: ['b64'], b64: true });
  expect(await createTokenReader(issuer.url).read(token)).toBeUndefined();
});

test('a connection may break once', async () => {
  const issuer = await anIssuer();
  const answering = issuer.answers;
  issuer.answers = (request, response) => {
    issuer.answers = answering;
    breaking(request, response);
  };
  expect(await createTokenReader(issuer.url).read(await signed(goodOf(issuer)))).toMatchObject({ username: 'ana' });
});

describe('what the two readers have in common', () => {
  const real = async () => {
    const issuer = await anIssuer();
    return { tokens: createTokenReader(issuer.url), good: goodOf(issuer), sign: signed };
  };
  const inMemory = async () => ({
    tokens: tokensHere,
    good: claimsOf('ana'),
    sign: async (claims: object) => tokenWith({ ...claims }),
  });

  test.each([
    ['of tokens with a key', real],
    ['in memory', inMemory],
  ])('%s: what was signed is told as it was written, and nothing else is', async (_name, open) => {
    const { tokens, good, sign } = await open();
    const token = await sign(good);
    expect(await tokens.read(token)).toEqual(good);
    const other = await sign({ ...good, username: 'bert' });
    const saidByAnother = `${other.slice(0, other.lastIndexOf('.'))}${token.slice(token.lastIndexOf('.'))}`;
    for (const text of ['', '.', '..', 'x', `${token}.x`, `${token}A`, ` ${token}`, token.slice(0, -8), saidByAnother])
      expect([text, await tokens.read(text)]).toEqual([text, undefined]);
  });
});

describe('a function of the API', () => {
  let state: SmallState;
  let issuer: Issuer;
  beforeEach(async () => {
    state = await aSmallState(new Date(now * 1000).toISOString());
  });

  const settings = { id: 'AGENCY', name: 'n', shortName: 's', timeZone: 'UTC', warningPolicy: 'NONE', now: 'now' };

  const functionFor = ({ url }: Issuer) => {
    const trusted = { ...trustedHere, issuer: url };
    const caller = findCaller({ ...state.ports, tokens: createTokenReader(url) }, trusted);
    const handler = apiHandler([door(getSettings, async () => ok({ body: settings, version: 1 }))], caller);
    return async (token: string) =>
      handler(triggerOf('ana', 'GET', '/v1/settings', { headers: { authorization: `Bearer ${token}` } }), context);
  };

  test('lets in whoever brings a good token', async () => {
    issuer = await anIssuer();
    expect(await functionFor(issuer)(await signed(goodOf(issuer)))).toMatchObject({ statusCode: 200 });
  });

  test('answers each attack with 401, at once and without a word of why, and calls nobody but its issuer', async () => {
    issuer = await anIssuer();
    let calls = 0;
    const elsewhere = await serve((_request, response) => {
      calls += 1;
      response.end(JSON.stringify({ keys: [] }));
      return true;
    });
    const pointers = { jku: `${elsewhere}/keys`, x5u: `${elsewhere}/chain` };
    const attacks = {
      ...tokenAttacks(triedOf(issuer)),
      'an address of keys': () => signedByAStranger(goodOf(issuer), { alg: 'RS256', kid: 'key-9', ...pointers }),
      'an issuer at another address': () => signedByAStranger({ ...goodOf(issuer), iss: elsewhere }),
    };
    const ask = functionFor(issuer);
    await ask(await signed(goodOf(issuer)));
    const answers: Record<string, unknown> = {};
    const millis: number[] = [];
    for (const [name, attack] of Object.entries(attacks)) {
      const token = await attack();
      const begun = performance.now();
      const { statusCode, body = '' } = await ask(token);
      millis.push(performance.now() - begun);
      answers[name] = statusCode;
      expect(body).not.toMatch(/ at |Jwt|kid|Error|signature/);
    }
    expect(answers).toEqual(Object.fromEntries(Object.keys(attacks).map((name) => [name, 401])));
    expect(calls).toBe(0);
    expect(issuer.asked.length).toBeLessThanOrEqual(4);
    expect(millis.toSorted((left, right) => left - right)[Math.floor(millis.length / 2)]).toBeLessThan(50);
  });

  test.each([
    ['refuses', refusing],
    ['breaks off', breaking],
    ['says what nobody can read', rambling],
    ['publishes keys that are none', keyless],
    ['sends us on', pointing],
  ])(
    'says that it is busy, not that a token is bad, while its issuer %s; and lets in again after',
    async (_what, answers) => {
      issuer = await anIssuer();
      const answering = issuer.answers;
      issuer.answers = answers;
      const ask = functionFor(issuer);
      const token = await signed(goodOf(issuer));
      expect(await ask(token)).toMatchObject({ statusCode: 503, headers: { 'retry-after': '2' } });
      issuer.answers = answering;
      expect(await ask(token)).toMatchObject({ statusCode: 200 });
    },
  );

  test('takes no keys that come in another way than their issuer answers', async () => {
    issuer = await anIssuer((origin) => origin.replace('http:', 'https:'));
    expect(await functionFor(issuer)(await signed(goodOf(issuer)))).toMatchObject({ statusCode: 503 });
  });
});
