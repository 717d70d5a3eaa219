import { expect, it } from 'vitest';
import { checkBytes, checkerFor, smallCheckBytes } from './check-size.ts';

const base = (bytes: number) => ({ object: { key: 'lanes/students/255903/v/part-0.parquet', bytes, sha256: '' } });

it.each([
  ['plain text as it is', { bytes: 100, gzip: false, format: 'CSV' }, null, 100],
  ['packed text as what it unpacks to', { bytes: 100, gzip: true, format: 'NDJSON' }, null, 800],
  ['a column store as the rows in it', { bytes: 100, gzip: false, format: 'PARQUET' }, null, 800],
  ['changes with the version they change', { bytes: 100, gzip: false, format: 'CSV' }, base(1_000), 8_100],
] as const)('A check is measured by %s', (_what, file, changed, expected) => {
  expect(checkBytes(file, changed)).toBe(expected);
});

it.each([
  [0, 'SMALL'],
  [smallCheckBytes, 'SMALL'],
  [smallCheckBytes + 1, 'LARGE'],
])('A check of %i bytes is for the %s worker', (bytes, worker) => {
  expect(checkerFor(bytes)).toBe(worker);
});
