import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { beforeEach, describe, expect, test } from 'vitest';
import { aSmallState, type SmallState } from '../../../test/fakes/small-state.ts';
import { triggerOf } from '../../../test/fakes/in-process-api.ts';
import { claimsOf, tokensHere, tokenWith, trustedHere } from '../../../test/fakes/tokens.ts';
import { millisOf } from '../../kernel/instant.ts';
import { findCaller } from './find-caller.ts';

let state: SmallState;
beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
});

const withToken = (authorization: string): APIGatewayProxyEventV2WithJWTAuthorizer =>
  triggerOf('ana', 'GET', '/v1/me', { headers: { authorization } });

const findBy = (trigger: APIGatewayProxyEventV2WithJWTAuthorizer, personClaim = 'username') =>
  findCaller({ ...state.ports, tokens: tokensHere }, { ...trustedHere, personClaim })(trigger);

const find = (claims: Record<string, unknown>, personClaim?: string) =>
  findBy(withToken(`Bearer ${tokenWith(claims)}`), personClaim);

const without = (...names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(claimsOf('ana')).filter(([name]) => !names.includes(name)));

/** Seconds from now, as a token tells them. */
const inSeconds = (seconds: number): number => millisOf(state.clock.now()) / 1_000 + seconds;

const said = Object.fromEntries(Object.entries(claimsOf('ana')).map(([name, value]) => [name, String(value)]));

describe('whoever calls', () => {
  test('is known by the claim that was agreed on, with rights and settings as they are stored', async () => {
    const found = await find({ ...claimsOf('somebody'), 'custom:person': 'ana' }, 'custom:person');
    expect(found).toMatchObject({
      ok: true,
      value: {
        actor: { kind: 'PERSON', user: { id: 'ana', rights: { CERTIFICATION_EVENT: 'RWAD' } } },
        agency: { timeZone: 'America/Denver' },
        now: '2026-05-05T18:00:00.000Z',
        requestId: 'req-GET-/v1/me',
      },
    });
  });

  test.each<[string, () => Record<string, unknown>]>([
    ['does not say what a token is for', () => without('token_use')],
    ['names its client as the audience', () => ({ ...without('client_id', 'token_use'), aud: 'pages' })],
    ['names it in a list', () => ({ ...without('client_id'), aud: ['pages'] })],
    ['says scp for scope, as a list', () => ({ ...without('scope'), scp: ['openid', 'attest/api'] })],
    ['has a clock that is a little fast', () => ({ ...claimsOf('ana'), iat: inSeconds(59), nbf: inSeconds(59) })],
  ])('may come from an issuer of the agency’s own, which %s', async (_what, claims) => {
    expect(await find(claims())).toMatchObject({ ok: true });
  });

  test.each([
    ['no claims', () => ({})],
    ['an identity token', () => ({ ...without('client_id'), aud: 'pages', token_use: 'id' })],
    ['an empty name', () => claimsOf('')],
    ['no name', () => ({ ...without('username'), sub: 'ana' })],
    ['a token of another issuer', () => ({ ...claimsOf('ana'), iss: `${trustedHere.issuer}x` })],
    ['a token of no issuer', () => without('iss')],
    ['a token for another client', () => ({ ...claimsOf('ana'), client_id: 'other' })],
    ['a token for nobody', () => without('client_id')],
    ['an audience that is no text', () => ({ ...claimsOf('ana'), aud: ['pages', 7] })],
    ['a foreign audience beside ours', () => ({ ...without('client_id'), aud: ['other', 'pages'] })],
    ['a foreign audience beside the right client', () => ({ ...claimsOf('ana'), aud: ['other', 'pages'] })],
    ['the right audience for another client', () => ({ ...claimsOf('ana'), aud: 'pages', client_id: 'other' })],
    ['an empty list of audiences', () => ({ ...without('client_id'), aud: [] })],
    ['no scope', () => without('scope')],
    ['other scopes only', () => ({ ...claimsOf('ana'), scope: 'openid attest/apis attest' })],
    ['a token that has lapsed', () => ({ ...claimsOf('ana'), exp: inSeconds(0) })],
    ['a token without an end', () => without('exp')],
    ['a token whose end nobody can read', () => ({ ...claimsOf('ana'), exp: 'never' })],
    ['a token whose end is a text', () => ({ ...claimsOf('ana'), exp: String(inSeconds(60)) })],
    ['a token of the future', () => ({ ...claimsOf('ana'), nbf: inSeconds(61) })],
    ['a token made in the future', () => ({ ...claimsOf('ana'), iat: inSeconds(61) })],
  ] satisfies [string, () => Record<string, unknown>][])('with %s is asked to sign in', async (_what, claims) => {
    expect(await find(claims())).toEqual({ ok: false, failure: { code: 'UNAUTHENTICATED' } });
  });

  test.each(['stranger', 'gone', 'ana ', 'ANA', '../ana', 'x'.repeat(65)])('as %j is let in nowhere', async (name) => {
    expect(await find(claimsOf(name))).toEqual({ ok: false, failure: { code: 'FORBIDDEN' } });
  });

  test('may leave out the word before the token, or write it as he likes', async () => {
    const token = tokenWith(claimsOf('ana'));
    for (const written of [token, `bearer ${token}`, `BEARER  ${token}`])
      expect(await findBy(withToken(written))).toMatchObject({ ok: true });
  });

  test.each(['', 'Bearer', 'Bearer ', 'Basic YW5hOmFuYQ==', 'Bearer {}', 'Bearer ..'])(
    'with %j for a token is asked to sign in',
    async (written) => {
      expect(await findBy(withToken(written))).toEqual({ ok: false, failure: { code: 'UNAUTHENTICATED' } });
    },
  );

  test('is not let in by what the gateway says of him', async () => {
    const trigger = withToken('');
    const authorizer = { ...trigger.requestContext.authorizer, jwt: { claims: said, scopes: [] } };
    const vouchedFor = { ...trigger, requestContext: { ...trigger.requestContext, authorizer } };
    expect(await findBy(vouchedFor)).toEqual({ ok: false, failure: { code: 'UNAUTHENTICATED' } });
  });
});
