import fc from 'fast-check';
import { expect, test } from 'vitest';
import { operations } from '../../contracts/operations.ts';
import { definitionBody } from '../../contracts/schemas/certification-event.ts';
import { inputErrors } from './input-errors.ts';

const secret = 'S3CRET-0f-a-ch1ld';
const bodies = operations.flatMap(({ body, operationId }) => (body === null ? [] : [{ body, operationId }]));

const errorsOf = (schema: (typeof bodies)[number]['body'], value: unknown) => {
  const outcome = schema.safeParse(value);
  return outcome.success ? [] : inputErrors('', outcome.error.issues);
};

test.each(bodies)('what is wrong with a body of $operationId is said without a word of it', ({ body }) => {
  const values = fc.oneof(fc.constant(secret), fc.constant([secret]), fc.constant({ deep: secret }), fc.jsonValue());
  const objects = fc.dictionary(
    fc.constantFrom('name', 'reason', 'participants', 'sha256', 'attestation', 'ids'),
    values,
  );
  fc.assert(
    fc.property(fc.oneof(values, objects), (value) => {
      expect(
        errorsOf(body, value)
          .map(({ detail }) => detail)
          .join(' '),
      ).not.toContain(secret);
    }),
    { numRuns: 50 },
  );
});

test('each mistake is found at its place', () => {
  const wrong = {
    name: 1,
    reportingYear: 1999,
    dataLinks: [{ type: 'EXTERNAL_URL' }],
    snapshotMethod: 'SOMETIMES',
    'a/b~c': 1,
  };
  const errors = errorsOf(definitionBody, wrong);
  expect(errors.map(({ pointer }) => pointer).toSorted()).toEqual([
    '/a~1b~0c',
    '/dataLinks/0/label',
    '/dataLinks/0/url',
    '/name',
    '/reportingYear',
    '/snapshotMethod',
  ]);
  expect(errors.find(({ pointer }) => pointer === '/snapshotMethod')?.detail).toBe('is not one of the allowed values');
});

test('a body that is no object, or is nothing but mistakes, gets an answer of bounded length', () => {
  expect([null, [], 'text', 3].map((value) => errorsOf(definitionBody, value)[0]?.pointer)).toEqual(['', '', '', '']);
  const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`${'x'.repeat(500)}${index}`, 1]));
  const errors = errorsOf(definitionBody, { ...many, name: 'n', reportingYear: 2026 });
  expect(errors).toHaveLength(50);
  expect(Math.max(...errors.map(({ pointer }) => pointer.length))).toBeLessThan(210);
});

test.each([
  ['NUL', { name: 'a\u0000b' }],
  ['a lone surrogate', { name: '\ud800' }],
  ['only spaces', { name: '   ' }],
  ['a number beyond counting', { reportingYear: 1e999 }],
  ['half a year', { reportingYear: 2026.5 }],
  ['a day that does not exist', { endDate: '2026-02-30' }],
  ['a local time', { missingSnapshotAt: '2026-05-11T12:00:00' }],
  ['somebody else’s field', { status: 'PUBLISHED' }],
  ['a prototype', JSON.parse('{"__proto__": {"a": 1}}')],
])('%s is refused', (_what, part) => {
  expect(errorsOf(definitionBody, { name: 'n', reportingYear: 2026, ...part })).not.toEqual([]);
});
