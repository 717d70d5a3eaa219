import { expect, test } from 'vitest';
import { datasetDeclarationSchema, declarationBytesAtMost } from '../../../engine/declaration.ts';
import { toItem } from '../entity-form.ts';
import { itemBytes } from '../item-bytes.ts';
import { datasetForm } from './dataset.ts';

const withCodes = (codes: readonly string[]) => ({
  name: 'transport',
  version: 1,
  title: 'Transport',
  columns: [
    { name: 'studentUniqueId', type: 'string', required: true },
    ...Array.from({ length: 100 }, (_, at) => ({ name: `c${at}`, type: 'string', required: false, codes })),
  ],
  key: ['studentUniqueId'],
  schoolColumn: null,
  schoolThrough: null,
});

test.each([1, 1_000])('the largest declaration that is taken, of codes of %i characters, fits an item', (length) => {
  const codesIn = (count: number) => Array.from({ length: count }, () => 'x'.repeat(length));
  const bytesOf = (count: number): number => JSON.stringify(withCodes(codesIn(count))).length;
  const perCode = bytesOf(2) - bytesOf(1);
  const most = Math.floor((declarationBytesAtMost - bytesOf(1)) / perCode) + 1;
  const declaration = datasetDeclarationSchema.parse(withCodes(codesIn(most)));
  expect(datasetDeclarationSchema.safeParse(withCodes(codesIn(most + 1))).success).toBe(false);
  const item = toItem(datasetForm, declaration.name, { state: declaration, version: 1, auditHash: 'a'.repeat(64) });
  expect(itemBytes(item)).toBeLessThan(400 * 1024);
});
