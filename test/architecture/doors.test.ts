import { existsSync, globSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { operations } from '../../shared/contracts/operations.ts';

const areas = [...new Set(operations.map(({ area }) => area))].filter((area) => existsSync(`functions/api/${area}`));

const fileNameOf = (operationId: string) => operationId.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const doorsOf = (area: string) =>
  globSync(`functions/api/${area}/*.ts`)
    .map((path) => basename(path, '.ts'))
    .filter((name) => name !== 'index' && !name.endsWith('.test'));

test('an operation names its file', () => expect(fileNameOf('takeSnapshot')).toBe('take-snapshot'));

test('every folder of the API is an area of the contract', () => {
  const folders = globSync('functions/api/*/', { withFileTypes: true }).map(({ name }) => name);
  expect(folders.filter((name) => !areas.some((area) => area === name))).toEqual([]);
});

describe.each(areas)('the area %s', (area) => {
  test('has one file for each of its operations and no other', () => {
    const contract = operations.filter((operation) => operation.area === area);
    const expected = contract.map(({ operationId }) => fileNameOf(operationId));
    expect(doorsOf(area).sort()).toEqual(expected.sort());
  });
});
