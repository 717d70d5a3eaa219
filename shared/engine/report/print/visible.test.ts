import { expect, test } from 'vitest';
import { visible } from './visible.ts';

test('a document for the eye names what would turn a line around, wherever it stands', () => {
  const odd = 'Ann\u202egnp.exe';
  const table = { heading: odd, whenEmpty: 'Nobody.', columns: [{ title: odd, width: 1 }], rows: [[odd, 1, null]] };
  const shown = visible({ title: odd, facts: [['District', odd]], tables: [table] });
  expect(JSON.stringify(shown).match(/Ann\[U\+202E\]gnp\.exe/g)).toHaveLength(5);
  expect(shown.tables[0]?.rows[0]?.slice(1)).toEqual([1, null]);
});
