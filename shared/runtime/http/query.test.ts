import { expect, test } from 'vitest';
import * as z from 'zod';
import { paging } from '../../contracts/schemas/paging.ts';
import { queryObject } from './query.ts';

const schema = z.strictObject({ ...paging, status: z.array(z.string()).optional(), name: z.string().optional() });

test('a filter with several values repeats its parameter, and one value is a list of one', () => {
  expect(queryObject(schema, 'status=OPEN&status=CLOSED')).toEqual({ status: ['OPEN', 'CLOSED'] });
  expect(queryObject(schema, 'status=OPEN')).toEqual({ status: ['OPEN'] });
});

test('what takes one value is refused when it comes twice', () => {
  expect(schema.safeParse(queryObject(schema, 'name=a&name=b')).success).toBe(false);
});

test('values are decoded, and commas are no separators', () => {
  expect(queryObject(schema, 'name=a%2Cb+c%26d')).toEqual({ name: 'a,b c&d' });
});

test.each([
  'limit=0',
  'limit=-1',
  'limit=201',
  'limit=1e9',
  'limit=NaN',
  'limit=',
  'unknown=1',
  '__proto__=x',
  'constructor=x',
])('%s is refused', (raw) => expect(schema.safeParse(queryObject(schema, raw)).success).toBe(false));

test('a page has 25 items unless it is asked otherwise', () => {
  expect(schema.parse(queryObject(schema, ''))).toEqual({ limit: 25 });
  expect(schema.parse(queryObject(schema, 'limit=200'))).toEqual({ limit: 200 });
});
