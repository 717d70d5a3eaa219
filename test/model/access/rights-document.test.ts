import { expect, test } from 'vitest';
import { rightsDocument } from './rights-document.ts';

test('docs/rights-matrix.md says what policy and decisions do', async () => {
  await expect(rightsDocument()).toMatchFileSnapshot('../../../docs/rights-matrix.md');
});
