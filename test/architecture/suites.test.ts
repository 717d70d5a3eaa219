import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { longSuites } from '../../scripts/suites/long-suites.ts';
import { lanes, suites, suitesNamed } from '../../scripts/suites/suites.ts';
import configuration from '../../vitest.config.ts';
import { isTest, sourceFiles } from './files.ts';

const projects = (configuration.test?.projects ?? []).map((project) => {
  if (typeof project !== 'object' || !('test' in project)) throw new Error('A vitest project is written out here.');
  return project.test;
});

test('every vitest project is a suite of the test command, and every vitest suite a project', () => {
  const ofCommand = suites.filter(({ kind }) => kind === 'vitest').map(({ name }) => name);
  expect(projects.map((project) => project.name).sort()).toEqual(ofCommand.sort());
});

test('every test file belongs to exactly one vitest project', () => {
  const included = projects.flatMap((project) => globSync([...(project.include ?? [])]));
  expect(included.map((path) => path.replaceAll('\\', '/')).sort()).toEqual(sourceFiles.filter(isTest));
});

test('the budgets of all suites fit the 25 minutes of the test command in its lanes', () => {
  const total = suites.reduce((sum, { budgetSeconds }) => sum + budgetSeconds, 0);
  expect(total).toBeLessThanOrEqual(lanes * 25 * 60);
});

test('a named suite brings what it needs, in running order', () => {
  const names = suitesNamed(['acceptance', 'format'], suites).map(({ name }) => name);
  expect(names).toEqual(['format', 'assembly', 'acceptance']);
});

test('every long suite has a name of its own, and brings what it needs', () => {
  const names = longSuites.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(suitesNamed([name], longSuites).map((suite) => suite.name)).toContain(name);
  expect(longSuites.every(({ needs }) => needs === undefined || names.includes(needs))).toBe(true);
});

test('an unknown suite is refused by name', () => {
  expect(() => suitesNamed(['untit'], suites)).toThrow('no suite "untit"');
});
