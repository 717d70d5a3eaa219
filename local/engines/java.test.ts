import { expect, it } from 'vitest';
import { parseJavaVersion } from './java.ts';

it.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['openjdk version "21" 2023-09-19', 21],
  ['java version "1.8.0_412"', 8],
  ['java: command not found', undefined],
])('reads %s', (output, version) => {
  expect(parseJavaVersion(output)).toBe(version);
});
