import { describe, expect, it } from 'vitest';
import { aPostOffice } from '../../../test/fakes/post-office.ts';
import { aSmallState, publishTardiness, type SmallState } from '../../../test/fakes/small-state.ts';
import { certificationEventId, organizationId } from '../../kernel/ids.ts';
import { patienceSeconds } from '../snapshots/given-up-at.ts';

/** A snapshot that was asked for, whose flow has said nothing since. */
const asked = async (state: SmallState) => {
  const event = await publishTardiness(state);
  const path = `/v1/certifications/${event}/255903`;
  await state.ask('ana', 'POST', `${path}/start`, { body: {} });
  const office = aPostOffice(state);
  await office.quiet();
  const key = { certificationEventId: certificationEventId(event), organizationId: organizationId('255903') };
  return {
    office,
    close: () =>
      state.ask('admin', 'POST', `/v1/certification-events/${event}/close`, {
        body: { comment: 'done', confirm: true },
      }),
    retake: () => state.ask('ana', 'POST', `${path}/snapshot`, { body: {} }),
    statuses: async (): Promise<readonly string[]> =>
      (await state.ports.store.snapshotsOf(key)).map((read) => read.state.status),
  };
};

describe('A snapshot whose flow left it', () => {
  it('is given up once the flow must have ended, and can be taken again', async () => {
    const state = await aSmallState('2026-05-05');
    const { office, retake, statuses } = await asked(state);
    state.clock.advance(patienceSeconds - 1);
    await office.sweep();
    expect(await statuses()).toEqual(['QUEUED']);
    state.clock.advance(1);
    await office.sweep();
    expect(await statuses()).toEqual(['FAILED']);
    expect(await office.toldTo('ana')).toContain('SNAPSHOT_FAILED');
    expect((await retake()).status).toBe(202);
    await state.takeSnapshots();
    expect(await statuses()).toEqual(expect.arrayContaining(['FAILED', 'COMPLETED']));
  });

  it('is given up once, however often it is swept', async () => {
    const state = await aSmallState('2026-05-05');
    const { office } = await asked(state);
    state.clock.advance(patienceSeconds);
    await office.sweep();
    await office.sweep();
    expect((await office.toldTo('ana')).filter((type) => type === 'SNAPSHOT_FAILED')).toHaveLength(1);
  });

  it('is given up after the close too, though nobody may take it again', async () => {
    const state = await aSmallState('2026-05-05');
    const { office, close, statuses } = await asked(state);
    expect((await close()).status).toBe(200);
    state.clock.advance(patienceSeconds);
    await office.sweep();
    expect(await statuses()).toEqual(['FAILED']);
  });
});

it('A snapshot that was taken is not due any more', async () => {
  const state = await aSmallState('2026-05-05');
  const { office, statuses } = await asked(state);
  await state.takeSnapshots();
  state.clock.advance(patienceSeconds);
  await office.sweep();
  expect(await statuses()).toEqual(['COMPLETED']);
});
