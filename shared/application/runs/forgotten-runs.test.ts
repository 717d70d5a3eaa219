import { describe, expect, it } from 'vitest';
import { aQueuedRun } from '../../../test/builders/runs.ts';
import { aPostOffice } from '../../../test/fakes/post-office.ts';
import { aSmallState, publishTardiness } from '../../../test/fakes/small-state.ts';
import { moment } from '../../../test/builders/time.ts';
import type { ValidationRun } from '../../domain/validation-run/state.ts';
import { runId } from '../../kernel/ids.ts';
import { executeRun } from './execute-run.ts';
import { forgottenRuns } from './forgotten-runs.ts';

const now = moment('2026-05-05T12:00:00Z');
const waitingSince = (time: string, name = 'run'): ValidationRun => ({
  ...aQueuedRun({ id: runId(name) }),
  queuedAt: moment(`2026-05-05T${time}Z`),
});
const runningSince = (time: string): ValidationRun => ({
  ...waitingSince('08:00:00'),
  status: 'RUNNING',
  startedAt: moment(`2026-05-05T${time}Z`),
});

describe('A run is forgotten', () => {
  it.each([
    ['that has waited for an hour, first in the queue', waitingSince('11:00:00'), 1],
    ['that has waited for a minute', waitingSince('11:59:00'), 0],
    ['that began an hour ago', runningSince('11:00:00'), 1],
    ['that waited for hours and began a minute ago', runningSince('11:59:00'), 0],
  ])('%s', (_what, run, found) => {
    expect(forgottenRuns([run], now)).toHaveLength(found);
  });

  it('only where the queue has come to it: the others of a whole state wait rightly', () => {
    const state = Array.from({ length: 1_200 }, (_, place) => waitingSince('11:00:00', `run ${place}`));
    expect(forgottenRuns(state, now)).toEqual(state.slice(0, 10));
  });
});

/** A run of Bear Creek whose message is lost: what is sent of it stays unread. */
const queued = async () => {
  const state = await aSmallState('2026-05-05');
  const event = await publishTardiness(state);
  await state.ask('ana', 'POST', `/v1/certifications/${event}/255903/start`, { body: {} });
  const path = `/v1/certifications/${event}/255903/steps/district-validation/runs`;
  const id = runId((await state.ask('ana', 'POST', path, { body: {} })).body.id);
  const office = aPostOffice(state);
  await office.quiet();
  return {
    state,
    office,
    run: async () => (await state.ports.store.load('run', id))?.state,
    meetAFault: () =>
      executeRun(
        { ...state.ports, engine: { run: () => Promise.reject(new Error('no room on the disk')) } },
        id,
        'worker',
        new AbortController().signal,
      ),
  };
};

it('A run whose worker gave it back and whose message was lost then is put back', async () => {
  const { state, office, run, meetAFault } = await queued();
  await expect(meetAFault()).rejects.toThrow('no room');
  state.clock.advance(600);
  await office.sweep();
  expect(await run()).toMatchObject({ status: 'RUNNING', requeues: 0 });
  state.clock.advance(600);
  await office.sweep();
  expect(await run()).toMatchObject({ status: 'QUEUED', requeues: 1 });
});

it('A run that is worked on keeps its worker, however long ago it began', async () => {
  const { state, office, run, meetAFault } = await queued();
  await expect(meetAFault()).rejects.toThrow('no room');
  state.clock.advance(1_000);
  const { id } = (await run()) ?? { id: runId('none') };
  expect(await state.ports.leases.take(id, 'another worker', state.clock.now())).toBe(true);
  await office.sweep();
  expect(await run()).toMatchObject({ status: 'RUNNING', requeues: 0 });
});
