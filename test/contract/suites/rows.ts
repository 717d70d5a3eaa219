import { describe, expect, it } from 'vitest';
import type { TableRow } from '../../../shared/application/ports/table-rows.ts';
import { canonicalJson } from '../../../shared/kernel/canonical-json.ts';
import { certificationEventId, organizationId, runId } from '../../../shared/kernel/ids.ts';
import { example, fillWorld, firstAlert } from '../access-patterns/example.ts';
import { mustCommit } from '../acts.ts';
import { type OpenedWorld, openFakes } from '../world.ts';

/** One row of every kind. */
const fill = async (world: OpenedWorld): Promise<void> => {
  await fillWorld(world);
  const now = world.clock.now();
  const mail = { type: 'SEND_MAIL', to: 'ana@example.org', subject: 's', text: 't' } as const;
  await world.journal.postAlert(firstAlert, { name: 'mail-1', message: mail });
  for (const run of [example.run, runId('run_that_is_missing')])
    await world.journal.recordView({ runId: run, userId: example.user, at: now, format: 'html', purpose: 'REPORT' });
  const refused = { actorId: 'ana', operation: 'decide', target: 'evt_1/255903', code: 'FORBIDDEN', requestId: 'r' };
  await world.journal.recordRefusal({ at: now, ...refused });
  await world.leases.take(example.run, 'worker', now);
  const key = { certificationEventId: certificationEventId('evt_1'), organizationId: organizationId('255903') };
  await world.waits.register({ key, sentSequence: 1, token: 'open', registeredAt: now });
  const answered = { key, sentSequence: 2, token: 'over', registeredAt: now };
  await world.waits.register(answered);
  await world.waits.markAnswered(answered, now);
  const kept = { principal: 'ana', operation: 'publish', key: 'any # text', bodyHash: 'h', answer: { of: 'hers' } };
  await mustCommit(world, { outbox: [{ type: 'DISARM_TIMER', timerId: 't', version: 1 }], idempotency: kept });
};

const rowsOf = async ({ rows }: OpenedWorld): Promise<readonly TableRow[]> => {
  const read: TableRow[] = [];
  for await (const row of rows.all()) read.push(row);
  return read;
};

const sorted = (rows: readonly TableRow[]): readonly string[] => rows.map(canonicalJson).toSorted();

export const describeRows = (open: () => Promise<OpenedWorld>): void => {
  describe('the whole table', () => {
    it('reads, row by row, as everything that was written', async () => {
      const [world, fakes] = [await open(), await openFakes()];
      await fill(world);
      await fill(fakes);
      const rows = await rowsOf(world);
      expect(sorted(rows)).toEqual(sorted(await rowsOf(fakes)));
      expect([...new Set(rows.map(({ row }) => row))]).toHaveLength(13);
    });
  });
};
