import { expect, it } from 'vitest';
import { putOutboxRow } from '../../../test/fakes/in-memory-outbox-rows.ts';
import { aPostOffice } from '../../../test/fakes/post-office.ts';
import { aSmallState } from '../../../test/fakes/small-state.ts';
import { sweep } from '../sweep/sweep.ts';

const aMail = { type: 'SEND_MAIL', to: 'ana@example.org', subject: 'Hello', text: 'Ana' } as const;
const quarter = 15 * 60;

it('A message that was given up keeps the age of the oldest rising until somebody has it sent', async () => {
  const state = await aSmallState('2026-05-05');
  const office = aPostOffice(state);
  const ports = { ...office.ports, dueList: state.ports.dueList, leases: state.ports.leases };
  const refused = { send: () => Promise.reject(new Error('MessageRejected')) };
  const swept = async (mail = ports.mail): Promise<number> => {
    state.clock.advance(quarter);
    return (await sweep({ ...ports, mail })).oldestUnsentSeconds;
  };
  putOutboxRow(state.data, 'obx_mail', aMail, state.clock.now());

  for (let attempt = 1; attempt <= 10; attempt += 1) expect(await swept(refused)).toBe(attempt * quarter);
  expect(await ports.outboxRows.read('obx_mail')).toMatchObject({ status: 'DEAD', attempts: 10 });
  expect(await swept()).toBe(11 * quarter);
  expect(office.mails).toEqual([]);

  expect(await ports.outboxRows.revive('obx_mail', state.clock.now())).toBe(true);
  expect(await swept()).toBe(12 * quarter);
  expect(office.mails).toHaveLength(1);
  expect(await swept()).toBe(0);
});
