import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import { interpolation } from './interpolation.ts';

test('a name within a sentence cannot turn it around, and stays as it was written otherwise', async () => {
  const texts = createInstance();
  const resources = { en: { translation: { approved: '{{name}} approved {{count}}.' } } };
  await texts.init({ lng: 'en', resources, interpolation });
  expect(texts.t('approved', { name: 'Ann\u202e', count: 2 })).toBe('Ann[U+202E] approved 2.');
  expect(texts.t('approved', { name: "O'Brien & <Sons>", count: 1 })).toBe("O'Brien & <Sons> approved 1.");
});
