import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readLines, targetPage } from './results.ts';

const result = (name: string): string => fileURLToPath(new URL(`results/${name}`, import.meta.url));

test('the page of the targets is what their data make', () => {
  const lines = readLines(result('latest.json'));
  expect(lines.length).toBeGreaterThan(0);
  expect(readFileSync(result('latest.md'), 'utf8')).toBe(targetPage(lines));
});
