import { describe, expect, test } from 'vitest';
import { createRouter } from './router.ts';

const keys = [
  '$default',
  'GET /v1/things',
  'POST /v1/things',
  'GET /v1/things/{id}',
  'GET /v1/things/special',
  'ANY /v1/things/special',
  'GET /v1/things/{id}/parts/{part}',
  'GET /v1/things/{id}/parts/first',
  'GET /v1/{proxy+}',
  'GET /v1/things/{rest+}',
  'ANY /v2/{proxy+}',
];
const route = createRouter(keys.map((key) => ({ key })));
const chosen = (method: string, path: string) => {
  const match = route(method, path);
  return match && [match.route.key, match.pathParameters];
};

describe('A route is chosen', () => {
  test.each([
    ['GET', '/v1/things', 'GET /v1/things', {}],
    ['POST', '/v1/things', 'POST /v1/things', {}],
    ['GET', '/v1/things/7', 'GET /v1/things/{id}', { id: '7' }],
    ['GET', '/v1/things/special', 'GET /v1/things/special', {}],
    ['DELETE', '/v1/things/special', 'ANY /v1/things/special', {}],
    ['GET', '/v1/things/7/parts/first', 'GET /v1/things/{id}/parts/first', { id: '7' }],
    ['GET', '/v1/things/7/parts/2', 'GET /v1/things/{id}/parts/{part}', { id: '7', part: '2' }],
    ['GET', '/v1/things/7/other', 'GET /v1/things/{rest+}', { rest: '7/other' }],
    ['GET', '/v1/other/a/b', 'GET /v1/{proxy+}', { proxy: 'other/a/b' }],
    ['PATCH', '/v2/x', 'ANY /v2/{proxy+}', { proxy: 'x' }],
  ])('%s %s goes to %s', (method, path, key, parameters) => {
    expect(chosen(method, path)).toEqual([key, parameters]);
  });
});

describe('A request that fits no route goes to $default', () => {
  test.each([
    ['method of no route', 'DELETE', '/v1/things/7'],
    ['trailing slash', 'POST', '/v1/things/'],
    ['doubled slash', 'POST', '/v1//things'],
    ['other letter case', 'POST', '/V1/things'],
    ['nothing for a greedy variable', 'PATCH', '/v2/'],
    ['the root', 'GET', '/'],
  ])('%s', (_case, method, path) => {
    expect(chosen(method, path)).toEqual(['$default', {}]);
  });
});

test('Without a $default route such a request finds nothing', () => {
  expect(createRouter([{ key: 'GET /a' }])('POST', '/a')).toBeUndefined();
});

test.each(['GET a', 'get /a', 'GET /{a+}/b', '/a'])('The route key "%s" is refused at the start', (key) => {
  expect(() => createRouter([{ key }])).toThrow(key);
});
