import { expect, inject, test } from 'vitest';
import { moment } from '../builders/time.ts';
import { settableClock } from '../fakes/settable-clock.ts';
import { accessPatterns, type Measured } from './access-patterns/document.ts';
import { fillWorld } from './access-patterns/example.ts';
import { reads } from './access-patterns/reads.ts';
import { writes } from './access-patterns/writes.ts';
import { meterOf } from './engine/meter.ts';
import { openNewTable, portsOver } from './engine/open-dynamodb.ts';

const measure = async (): Promise<readonly Measured[]> => {
  const { client, table } = await openNewTable(inject('dynamoDbEndpoint'));
  const clock = settableClock(moment('2026-05-05'));
  const world = { ...portsOver(table, clock), clock };
  await fillWorld(world);
  const requests = meterOf(client);
  const measured: Measured[] = [];
  for (const { what, run } of [...reads, ...writes]) {
    requests.length = 0;
    await run(world);
    measured.push({ what, requests: [...requests] });
  }
  return measured;
};

test('docs/access-patterns.md says what the code asks of the table', async () => {
  await expect(accessPatterns(await measure())).toMatchFileSnapshot('../../docs/access-patterns.md');
});
