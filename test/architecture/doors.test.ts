import { existsSync, globSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { operations } from '../../shared/contracts/operations.ts';

const areas = [...new Set(operations.map(({ area }) => area))].filter((area) => existsSync(`functions/api/${area}`));

const fileNameOf = (operationId: string) => operationId.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const doorsOf = (area: string) => globSync(`functions/api/${area}/*.ts`).map((path) => basename(path, '.ts'));

test('an operation names its file', () => expect(fileNameOf('takeSnapshot')).toBe('take-snapshot'));

test('every folder of the API is an area of the contract', () => {
  const folders = globSync('functions/api/*/', { withFileTypes: true }).map(({ name }) => name);
  expect(folders.filter((name) => !areas.some((area) => area === name))).toEqual([]);
});

test.each(areas)('each operation of the area %s has the file named after it', (area) => {
  const expected = operations.filter((operation) => operation.area === area).map((row) => fileNameOf(row.operationId));
  const doors = doorsOf(area);
  expect(expected.filter((name) => !doors.includes(name))).toEqual([]);
});
