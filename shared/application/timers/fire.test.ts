import { expect, it } from 'vitest';
import { aSmallState, publishTardiness } from '../../../test/fakes/small-state.ts';
import { certificationEventId } from '../../kernel/ids.ts';
import { planReminders } from '../notifications/plan-reminders.ts';
import { systemCaller } from '../system-caller.ts';
import { fireTimer } from './fire.ts';

const aReminder = async () => {
  const state = await aSmallState('2026-05-05T18:00:00Z');
  const id = await publishTardiness(state);
  const { ports } = state;
  await planReminders(ports, certificationEventId(id), null);
  const timer = `${id}-remind-2026-05-11`;
  return {
    ...state,
    id,
    fires: async () => fireTimer(ports, await systemCaller(ports, 'schedule', timer), timer, 1),
    status: async () => (await ports.store.load('timer', timer))?.state.status,
  };
};

it('fires once, however often it is called', async () => {
  const { clock, fires, status } = await aReminder();
  clock.advance(7 * 86_400);
  expect(await fires()).toBe(true);
  expect(await fires()).toBe(false);
  expect(await status()).toBe('FIRED');
});

it('ends without effect after the close, even where nobody has come to cancel it yet', async () => {
  const { ask, clock, data, fires, id, status } = await aReminder();
  await ask('admin', 'POST', `/v1/certification-events/${id}/close`, { body: { comment: 'over', confirm: true } });
  clock.advance(7 * 86_400);
  const before = data.outbox.size;
  expect(await fires()).toBe(false);
  expect(await status()).toBe('CANCELLED');
  expect(data.outbox.size).toBe(before);
});
