import { apiSuite } from './capacity/suite.ts';
import { engineSuite } from './engine/suite.ts';
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
  engineSuite,
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

export const suitesNamed = (names: readonly string[]): readonly Suite[] => {
  const unknown = names.find((name) => !suites.some((suite) => suite.name === name));
  if (unknown !== undefined)
    throw new Error(`there is no suite "${unknown}": ${suites.map(({ name }) => name).join(', ')}`);
  return names.length === 0 ? suites : suites.filter(({ name }) => names.includes(name));
};
