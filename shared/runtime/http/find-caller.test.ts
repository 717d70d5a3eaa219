import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { beforeEach, describe, expect, test } from 'vitest';
import { aSmallState, type SmallState } from '../../../test/fakes/small-state.ts';
import { triggerOf } from '../../../test/fakes/in-process-api.ts';
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

const find = (claims: Record<string, string>, claim = 'username') => findCaller(state.ports, claim)(withClaims(claims));

describe('whoever calls', () => {
  test('is known by the claim that was agreed on, with rights and settings as they are stored', async () => {
    const found = await find({ 'custom:person': 'ana', username: 'somebody', token_use: 'access' }, 'custom:person');
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

  test('may come from an issuer of the agency’s own, which does not say what a token is for', async () => {
    expect(await find({ username: 'ana' })).toMatchObject({ ok: true });
  });

  test.each([
    ['no claims', {}],
    ['an identity token', { username: 'ana', token_use: 'id' }],
    ['an empty name', { username: '', token_use: 'access' }],
    ['no name', { token_use: 'access', sub: 'ana' }],
  ])('with %s is asked to sign in', async (_what, claims: Record<string, string>) => {
    expect(await find(claims)).toEqual({ ok: false, failure: { code: 'UNAUTHENTICATED' } });
  });

  test.each(['stranger', 'gone', 'ana ', 'ANA', '../ana', 'x'.repeat(65)])('as %j is let in nowhere', async (name) => {
    expect(await find({ username: name, token_use: 'access' })).toEqual({ ok: false, failure: { code: 'FORBIDDEN' } });
  });

  test('without any authorizer, on a route that is open by mistake, is asked to sign in', async () => {
    const { requestContext, ...trigger } = triggerOf('ana', 'GET', '/v1/me');
    const { authorizer: _authorizer, ...context } = requestContext;
    const open: APIGatewayProxyEventV2WithJWTAuthorizer = JSON.parse(
      JSON.stringify({ ...trigger, requestContext: context }),
    );
    expect(await findCaller(state.ports, 'username')(open)).toEqual({
      ok: false,
      failure: { code: 'UNAUTHENTICATED' },
    });
  });
});
