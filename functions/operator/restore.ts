import { parseArgs } from 'node:util';
import { S3Client } from '@aws-sdk/client-s3';
import { transferConfiguration } from '../../shared/adapters/client-configuration.ts';
import { bringBackItems } from '../../shared/adapters/dynamodb/bring-back.ts';
import { openTable } from '../../shared/adapters/dynamodb/table.ts';
import { bringBackObjects } from '../../shared/adapters/s3/bring-back.ts';
import type { Finding, Way } from '../../shared/application/ports/bring-back.ts';
import { env } from '../../shared/runtime/env.ts';

/**
 * Brings back into a stage what a restored copy holds and the stage has lost (docs/runbooks/restore.md):
 * `npm run restore -- --from-table T [--from-data B] [--from-reports B] [--write missing|everything]`, with a deployment's
 * environment (TABLE_NAME, DATA_BUCKET, REPORTS_BUCKET). Without `--write` it only tells what is missing and what differs.
 * Nothing is ever deleted.
 */
const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: { 'from-table': text, 'from-data': text, 'from-reports': text, write: text },
});

const ways: Readonly<Record<string, Way>> = { missing: 'MISSING', everything: 'REPLACE' };
const way = values.write === undefined ? 'LOOK' : ways[values.write];
if (way === undefined) throw new Error('--write takes missing or everything');

const objects = new S3Client(transferConfiguration);

const told = async (what: string, findings: AsyncIterable<Finding>): Promise<void> => {
  const counts = { MISSING: 0, DIFFERENT: 0 };
  for await (const { name, kind } of findings) {
    counts[kind] += 1;
    process.stdout.write(`${kind.padEnd(9)} ${name}\n`);
  }
  process.stdout.write(`${what}: ${counts.MISSING} missing, ${counts.DIFFERENT} different\n`);
};

const { 'from-table': fromTable, 'from-data': fromData, 'from-reports': fromReports } = values;
if (fromData) await told('data', bringBackObjects(objects, { from: fromData, to: env('DATA_BUCKET') }, way));
if (fromReports)
  await told('reports', bringBackObjects(objects, { from: fromReports, to: env('REPORTS_BUCKET') }, way));
// Last, so that no record comes back before the objects it vouches for.
if (fromTable) await told('table', bringBackItems(openTable(fromTable), openTable(env('TABLE_NAME')), way));
if (way === 'LOOK') process.stdout.write('Nothing was written: --write missing brings back what is missing.\n');
