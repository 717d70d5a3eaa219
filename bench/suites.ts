import { apiSuite } from './capacity/suite.ts';
import { engineSuites } from './engine/suite.ts';
import { fanoutSuite } from './fanout/suite.ts';
import { journeySuite } from './journey/suite.ts';
import { latencySuite } from './latency/suite.ts';
import { loadSuite } from './load/suite.ts';
import { publishSuite } from './publish/suite.ts';
import { reportSuite } from './report/suite.ts';
import { sizeSuite } from './size/suite.ts';
import { snapshotsSuite } from './snapshots-1200/suite.ts';
import { snapshotSuite } from './snapshot/suite.ts';
import { startSuite } from './start/suite.ts';
import type { Suite } from './suite.ts';
import { validationSuite } from './validation/suite.ts';

/**
 * In running order: first what needs no running system, since one that still carries out what it was asked takes processors
 * away. First requests are only cold on a system nobody has asked anything yet.
 */
export const suites: readonly Suite[] = [
  startSuite,
  ...engineSuites,
  snapshotSuite,
  reportSuite,
  sizeSuite,
  fanoutSuite,
  latencySuite,
  validationSuite,
  publishSuite,
  snapshotsSuite,
  loadSuite,
  apiSuite,
  journeySuite,
];

/** What is measured when nothing is named: about a minute, without a running system. */
const quickNames: readonly string[] = ['engine', 'size', 'fanout'];

/** Those that are named; without names all of them, or those that take a minute together. */
export const suitesNamed = (names: readonly string[], without: 'all' | 'quick'): readonly Suite[] => {
  const unknown = names.find((name) => !suites.some((suite) => suite.name === name));
  if (unknown !== undefined)
    throw new Error(`there is no suite "${unknown}": ${suites.map(({ name }) => name).join(', ')}`);
  if (names.length === 0 && without === 'all') return suites;
  const chosen = names.length === 0 ? quickNames : names;
  return suites.filter(({ name }) => chosen.includes(name));
};
