import { describe, expect, test } from 'vitest';
import { aPool, poolId } from '../testing/a-pool.ts';
import { clockAt } from '../testing/clock-at.ts';
import { createSignIn } from './sign-in.ts';

const instant = '2026-11-22T12:00:00Z';

function started() {
  const { service } = createSignIn({
    ...aPool,
    origin: 'http://127.0.0.1:4900',
    clock: clockAt(instant),
    log: () => {},
  });
  return async (operation: string, input: unknown) => {
    const response = await service({
      service: 'cognito-idp',
      method: 'POST',
      path: '/',
      headers: { 'x-amz-target': `AWSCognitoIdentityProviderService.${operation}` },
      body: Buffer.from(typeof input === 'string' ? input : JSON.stringify(input)),
      caller: 'operator',
    });
    return { status: response.status, errorType: response.headers?.['x-amzn-errortype'], ...JSON.parse(response.body) };
  };
}

const user = (Username: string) => ({ UserPoolId: poolId, Username });

describe('The user pools API', () => {
  test('creates a user and shows it again', async () => {
    const call = started();
    const attributes = [{ Name: 'email', Value: 'dana@example.org' }];
    const described = {
      Username: 'dana',
      Enabled: true,
      UserStatus: 'FORCE_CHANGE_PASSWORD',
      UserCreateDate: Date.parse(instant) / 1000,
      UserLastModifiedDate: Date.parse(instant) / 1000,
    };
    const all = [...attributes, { Name: 'sub', Value: expect.stringMatching(/^[0-9a-f-]{36}$/) }];
    const created = await call('AdminCreateUser', {
      ...user('dana'),
      UserAttributes: attributes,
      MessageAction: 'SUPPRESS',
    });
    expect(created).toMatchObject({ status: 200, User: { ...described, Attributes: all } });
    expect(await call('AdminGetUser', user('dana'))).toMatchObject({ status: 200, ...described, UserAttributes: all });
  });

  test('disables and enables, and says so', async () => {
    const call = started();
    await call('AdminCreateUser', user('dana'));
    expect(await call('AdminDisableUser', user('dana'))).toEqual({ status: 200, errorType: undefined });
    expect(await call('AdminGetUser', user('dana'))).toMatchObject({ Enabled: false });
    expect(await call('AdminEnableUser', user('dana'))).toMatchObject({ status: 200 });
    expect(await call('AdminGetUser', user('dana'))).toMatchObject({ Enabled: true });
  });

  test('changes what it is told, and keeps the rest', async () => {
    const call = started();
    const attribute = (Name: string, Value: string) => ({ Name, Value });
    const before = [attribute('email', 'dana@example.org'), attribute('name', 'Dana')];
    await call('AdminCreateUser', { ...user('dana'), UserAttributes: before });
    const UserAttributes = [attribute('email', 'd.lee@example.org')];
    expect(await call('AdminUpdateUserAttributes', { ...user('dana'), UserAttributes })).toMatchObject({ status: 200 });
    expect((await call('AdminGetUser', user('dana'))).UserAttributes).toEqual(
      expect.arrayContaining([attribute('email', 'd.lee@example.org'), attribute('name', 'Dana')]),
    );
  });

  test('lists by name in pages, and by a filter', async () => {
    const call = started();
    for (const name of ['lee', 'dana', 'sam']) {
      await call('AdminCreateUser', {
        ...user(name),
        UserAttributes: [{ Name: 'email', Value: `${name}@example.org` }],
      });
    }
    const names = ({ Users }: { Users: { Username: string }[] }) => Users.map(({ Username }) => Username);
    const first = await call('ListUsers', { UserPoolId: poolId, Limit: 2 });
    expect(names(first)).toEqual(['dana', 'lee']);
    const second = await call('ListUsers', { UserPoolId: poolId, Limit: 2, PaginationToken: first.PaginationToken });
    expect([names(second), second.PaginationToken]).toEqual([['sam'], undefined]);
    expect(names(await call('ListUsers', { UserPoolId: poolId, Filter: 'email ^= "le"' }))).toEqual(['lee']);
    expect(names(await call('ListUsers', { UserPoolId: poolId, Filter: 'username = "sam"' }))).toEqual(['sam']);
  });

  test.each([
    ['a second user of a name', 'AdminCreateUser', user('DANA'), 'UsernameExistsException'],
    ['a user name with a space', 'AdminCreateUser', user('da na'), 'InvalidParameterException'],
    ['no user name', 'AdminCreateUser', { UserPoolId: poolId }, 'InvalidParameterException'],
    [
      'an attribute the pool does not declare',
      'AdminCreateUser',
      { ...user('lee'), UserAttributes: [{ Name: 'custom:level', Value: '1' }] },
      'InvalidParameterException',
    ],
    ['reading somebody unknown', 'AdminGetUser', user('lee'), 'UserNotFoundException'],
    ['disabling somebody unknown', 'AdminDisableUser', user('lee'), 'UserNotFoundException'],
    ['enabling somebody unknown', 'AdminEnableUser', user('lee'), 'UserNotFoundException'],
    [
      'changing somebody unknown',
      'AdminUpdateUserAttributes',
      { ...user('lee'), UserAttributes: [] },
      'UserNotFoundException',
    ],
    ['another pool', 'AdminGetUser', { UserPoolId: 'us-east-1_other', Username: 'dana' }, 'ResourceNotFoundException'],
    ['an operation that is not emulated', 'AdminSetUserPassword', user('dana'), 'UnknownOperationException'],
    ['a filter that cannot be read', 'ListUsers', { UserPoolId: poolId, Filter: 'email' }, 'InvalidParameterException'],
    ['more than 60 at once', 'ListUsers', { UserPoolId: poolId, Limit: 61 }, 'InvalidParameterException'],
    ['what is no JSON', 'AdminGetUser', '{', 'SerializationException'],
  ])('refuses %s', async (_case, operation, input, code) => {
    const call = started();
    await call('AdminCreateUser', user('dana'));
    expect(await call(operation, input)).toMatchObject({
      status: 400,
      errorType: code,
      __type: code,
      message: expect.any(String),
    });
    expect((await call('ListUsers', { UserPoolId: poolId })).Users).toHaveLength(1);
  });
});

test.each([
  ['a second pool', { pools: [...aPool.pools, ...aPool.pools], clients: aPool.clients }],
  [
    'a client with a secret',
    {
      pools: aPool.pools,
      clients: aPool.clients.map((one) => ({ ...one, properties: { ...one.properties, GenerateSecret: true } })),
    },
  ],
])('%s stops the start', (_case, resources) => {
  expect(() =>
    createSignIn({ ...resources, origin: 'http://127.0.0.1:4900', clock: clockAt(instant), log: () => {} }),
  ).toThrow();
});
