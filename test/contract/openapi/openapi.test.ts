import { expect, test } from 'vitest';
import { operations } from '../../../shared/contracts/operations.ts';
import { clientTypes } from './client-types.ts';
import { openApiDocument } from './document.ts';

const document = openApiDocument();

// The door of `GET /v1/openapi.json` is built with this file; `npx vitest run --project contract openapi -u` makes it again,
// and with it the types that the pages speak to the API by.
test('docs/openapi.json is the contract as it is', async () => {
  await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot('../../../docs/openapi.json');
});

test('frontend/api/openapi.ts is made from it', async () => {
  await expect(await clientTypes(document)).toMatchFileSnapshot('../../../frontend/api/openapi.ts');
});

test('every operation stands in it under its own method and path, and none besides', () => {
  const described = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => `${method.toUpperCase()} ${path} ${operationId}`),
  );
  const expected = operations.map(({ method, path, operationId }) => `${method} ${path} ${operationId}`);
  expect(described.toSorted()).toEqual(expected.toSorted());
});

test('what was made says where it is, and work under way when to look again', () => {
  const { paths } = JSON.parse(JSON.stringify(document));
  const missing = operations.filter(({ method, path, status }) => {
    const { headers = {} } = paths[path][method.toLowerCase()].responses[status];
    const needed = status === 201 ? ['Location'] : status === 202 ? ['Location', 'Retry-After'] : [];
    return needed.some((name) => headers[name]?.required !== true);
  });
  expect(missing).toEqual([]);
});

test('whatever asks for an If-Match, and is shown by a GET of its own, is shown with its ETag', () => {
  const { paths } = JSON.parse(JSON.stringify(document));
  const shown = operations.filter(({ path, method, ifMatch }) => ifMatch && method !== 'DELETE' && paths[path].get);
  expect(shown.length).toBeGreaterThan(5);
  expect(shown.filter(({ path }) => paths[path].get.responses[200].headers?.ETag?.required !== true)).toEqual([]);
});

test('every POST asks for its Idempotency-Key and every change for its If-Match', () => {
  const { paths } = JSON.parse(JSON.stringify(document));
  const wrong = operations.filter(({ method, path, ifMatch }) => {
    const names = paths[path][method.toLowerCase()].parameters.map(({ name }: { name: string }) => name);
    return names.includes('Idempotency-Key') !== (method === 'POST') || names.includes('If-Match') !== ifMatch;
  });
  expect(wrong).toEqual([]);
});
