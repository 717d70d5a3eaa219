import { expect, test } from 'vitest';
import { isTest, linesOf, sourceFiles } from './files.ts';

const longerThan = (limit: number, paths: readonly string[]) =>
  paths.map((path) => ({ path, lines: linesOf(path) })).filter(({ lines }) => lines > limit);

/** Made from the document of the API, not written. */
const made = 'frontend/api/openapi.ts';
const code = sourceFiles.filter((path) => !isTest(path) && path !== made);
const doors = code.filter((path) => /^functions\/(?!operator\/)/.test(path));

test.each([
  ['a source file', 250, code],
  ['a test file', 400, sourceFiles.filter(isTest)],
  ['the file of a door', 40, doors],
  ['the index that wires a function', 15, doors.filter((path) => path.endsWith('/index.ts'))],
])('%s has at most %i lines', (_what, limit, paths) => {
  expect(longerThan(limit, paths)).toEqual([]);
});
