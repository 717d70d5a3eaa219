import { createInstance } from 'i18next';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { interpolation } from './interpolation.ts';

test('a name within a sentence cannot turn it around, and stays as it was written otherwise', async () => {
  const participation = JSON.parse(readFileSync('frontend/texts/en/participation.json', 'utf8'));
  const texts = createInstance();
  await texts.init({ lng: 'en', ns: ['participation'], resources: { en: { participation } }, interpolation });
  const told = (name: string): string => texts.t('participation:decision.approvedBy', { name });
  expect(told('Ann\u202e')).toBe('Approved by Ann[U+202E]');
  expect(told("O'Brien & <Sons>")).toBe("Approved by O'Brien & <Sons>");
});
