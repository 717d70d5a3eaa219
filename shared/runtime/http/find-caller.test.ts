import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { beforeEach, describe, expect, test } from 'vitest';
import { aSmallState, type SmallState } from '../../../test/fakes/small-state.ts';
import { triggerOf } from '../../../test/fakes/in-process-api.ts';
import { claimsOf, trustedHere } from '../../../test/fakes/tokens.ts';
import { millisOf } from '../../kernel/instant.ts';
import { findCaller } from './find-caller.ts';

let state: SmallState;
beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
});

const withClaims = (claims: Record<string, string>): APIGatewayProxyEventV2WithJWTAuthorizer => {
  const trigger = triggerOf('ana', 'GET', '/v1/me');
  const authorizer = { ...trigger.requestContext.authorizer, jwt: { claims, scopes: [] } };
  return { ...trigger, requestContext: { ...trigger.requestContext, authorizer } };
};

const find = (claims: Record<string, string>, personClaim = 'username') =>
  findCaller(state.ports, { ...trustedHere, personClaim })(withClaims(claims));

const without = (...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(claimsOf('ana')).filter(([name]) => !names.includes(name)));

/** Seconds from now, as a token tells them. */
const inSeconds = (seconds: number): string => String(millisOf(state.clock.now()) / 1_000 + seconds);

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

  test.each<[string, () => Record<string, string>]>([
    ['does not say what a token is for', () => without('token_use')],
    ['names its client as the audience', () => ({ ...without('client_id', 'token_use'), aud: 'pages' })],
    ['names it in a list', () => ({ ...without('client_id'), aud: '[pages]' })],
    ['says scp for scope, as a list', () => ({ ...without('scope'), scp: '[openid attest/api]' })],
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
    ['a foreign audience beside ours', () => ({ ...without('client_id'), aud: '[other pages]' })],
    ['a foreign audience beside the right client', () => ({ ...claimsOf('ana'), aud: '[other pages]' })],
    ['the right audience for another client', () => ({ ...claimsOf('ana'), aud: 'pages', client_id: 'other' })],
    ['an empty list of audiences', () => ({ ...without('client_id'), aud: '[]' })],
    ['no scope', () => without('scope')],
    ['other scopes only', () => ({ ...claimsOf('ana'), scope: 'openid attest/apis attest' })],
    ['a token that has lapsed', () => ({ ...claimsOf('ana'), exp: inSeconds(0) })],
    ['a token without an end', () => without('exp')],
    ['a token whose end nobody can read', () => ({ ...claimsOf('ana'), exp: 'never' })],
    ['a token of the future', () => ({ ...claimsOf('ana'), nbf: inSeconds(61) })],
    ['a token made in the future', () => ({ ...claimsOf('ana'), iat: inSeconds(61) })],
  ] satisfies [string, () => Record<string, string>][])('with %s is asked to sign in', async (_what, claims) => {
    expect(await find(claims())).toEqual({ ok: false, failure: { code: 'UNAUTHENTICATED' } });
  });

  test.each(['stranger', 'gone', 'ana ', 'ANA', '../ana', 'x'.repeat(65)])('as %j is let in nowhere', async (name) => {
    expect(await find(claimsOf(name))).toEqual({ ok: false, failure: { code: 'FORBIDDEN' } });
  });

  const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const forged = (head: object): string =>
    `${encoded(head)}.${encoded({ ...claimsOf('ana'), exp: 4_102_444_800 })}.${encoded({ signed: 'by a stranger' })}`;

  // Claims come from the gateway, which has checked their signature; a token is nothing to go by.
  test.each<[string, object]>([
    ['of no algorithm', { alg: 'none' }],
    ['signed with a shared secret', { alg: 'HS256', kid: 'key-1' }],
    ['signed by a stranger', { alg: 'RS256', kid: 'key-1' }],
    ['that brings its own key', { alg: 'RS256', jwk: { kty: 'RSA' } }],
    ['that names an address of keys', { alg: 'RS256', jku: 'https://keys.example.org' }],
    ['of no key', { alg: 'RS256' }],
  ])('with a token %s and no claims is asked to sign in', async (_what, head) => {
    const { headers, ...trigger } = withClaims({});
    const given = { ...trigger, headers: { ...headers, authorization: `Bearer ${forged(head)}` } };
    expect(await findCaller(state.ports, trustedHere)(given)).toEqual({
      ok: false,
      failure: { code: 'UNAUTHENTICATED' },
    });
  });

  test('without any authorizer, on a route that is open by mistake, is asked to sign in', async () => {
    const { requestContext, ...trigger } = triggerOf('ana', 'GET', '/v1/me');
    const { authorizer: _authorizer, ...context } = requestContext;
    const open: APIGatewayProxyEventV2WithJWTAuthorizer = JSON.parse(
      JSON.stringify({ ...trigger, requestContext: context }),
    );
    expect(await findCaller(state.ports, trustedHere)(open)).toEqual({
      ok: false,
      failure: { code: 'UNAUTHENTICATED' },
    });
  });
});
