import { expect, test } from 'vitest';
import { expectDeclaredOverHttp } from '../harness/declared-over-http.ts';

const json = 'application/json';

const judged = (status: number, text: string, type: string, path = '/v1/organizations') =>
  expect(() =>
    expectDeclaredOverHttp('GET', path, { status, headers: new Headers({ 'content-type': type }), body: {}, text }),
  );

test('a reply over the wire that its operation does not declare is noticed', () => {
  judged(200, '{"surprise": 1}', json).toThrow('GET /v1/organizations answered 200');
  judged(200, '<p>', 'text/html').toThrow();
  judged(500, '{"stack": "at door.ts:1"}', json).toThrow('answered 500');
  judged(404, '{"message": "Not Found", "path": "/x"}', json).toThrow('answered 404');
});

test('files that were asked for and the answers of the gateway itself are none of the contract', () => {
  judged(200, '<p>', 'text/html', '/v1/datasets/students?format=html').not.toThrow();
  judged(401, '{"message":"Unauthorized"}', json).not.toThrow();
});
