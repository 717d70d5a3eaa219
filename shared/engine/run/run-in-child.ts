import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { GateFailed } from '../gate/gate-fault.ts';
import { engineVersion, openSandbox } from '../sandbox/instance.ts';
import { quotedName } from '../sandbox/sql-text.ts';
import type { DeliveredDataset } from './job.ts';
import type { Part, RunMessage, RunShare } from './messages.ts';
import { partFile } from './part-file.ts';
import { notBegun } from './problem.ts';
import { resultOf } from './result.ts';
import { runRule } from './run-rule.ts';
import { seal } from './seal.ts';
import { timeForRule } from './time-for-rule.ts';
import { createCertificationView, createDatasetViews, createPreviousViews } from './views.ts';

/** Runs the pending rules one after the other, telling each start and end, then seals the findings of the whole run. */
export const runInChild = async (share: RunShare, tell: (message: RunMessage) => void): Promise<void> => {
  const { job, findingsFile } = share;
  const spill = join(job.workFolder, 'spill');
  await mkdir(spill, { recursive: true });
  await mkdir(dirname(partFile(job.workFolder, 0)), { recursive: true });
  const sandbox = await openSandbox(spill, job.limits);
  try {
    const { instance, connection } = sandbox;
    const delivered = await createDatasetViews(connection, job.datasets, job.schoolId);
    const previous = job.previous ?? null;
    const certified = await createPreviousViews(connection, previous ?? undelivered(job.datasets), job.schoolId);
    await createCertificationView(connection, job.parameters);
    await sandbox.lock([...filesOf(share), findingsFile]);
    const declared = job.datasets.map(({ declaration }) => declaration.name);
    const setting = {
      instance,
      declared,
      delivered,
      previous: previous === null ? null : certified,
      secondsPerRule: job.limits.secondsPerRule,
      onGateFailed: ({ told }: GateFailed) => tell({ type: 'gateFailed', told }),
    };
    const parts: Part[] = [...share.parts];
    for (const place of share.pending) {
      const rule = job.rules[place];
      if (rule === undefined) continue;
      const seconds = timeForRule(job.limits, share.until);
      if (seconds === null) {
        tell({ type: 'finished', place, result: resultOf(rule, { outcome: 'ERRORED', problem: notBegun }, 0) });
        continue;
      }
      tell({ type: 'started', place });
      const file = partFile(job.workFolder, place);
      const result = await runRule(rule, file, seconds, setting);
      if (result.count > 0) parts.push({ place, ruleCode: rule.code, severity: rule.severity, file });
      tell({ type: 'finished', place, result });
    }
    await seal(connection, parts, job.limits.rowsPerRule, findingsFile);
    tell({ type: 'sealed', recordsRead: await recordsIn(connection, delivered), engineVersion: engineVersion() });
  } finally {
    sandbox.close();
  }
};

// A rule over a snapshot that is not there must still resolve, so that it can say that it does not apply.
const undelivered = (datasets: readonly DeliveredDataset[]): readonly DeliveredDataset[] =>
  datasets.map(({ declaration }) => ({ declaration, files: null }));

const filesOf = ({ job, parts, pending }: RunShare): readonly string[] => [
  ...(job.previous ?? []).flatMap(({ files }) => files ?? []),
  ...job.datasets.flatMap(({ files }) => files ?? []),
  ...parts.map(({ file }) => file),
  ...pending.map((place) => partFile(job.workFolder, place)),
];

const recordsIn = async (connection: DuckDBConnection, datasets: ReadonlySet<string>): Promise<number> => {
  let records = 0;
  for (const dataset of datasets) {
    const counted = await connection.runAndReadAll(`SELECT count(*) FROM ${quotedName(dataset)}`);
    records += Number(counted.getRows()[0]?.[0]);
  }
  return records;
};
