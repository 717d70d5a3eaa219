import { once } from 'node:events';
import { expect, it, onTestFinished, vi } from 'vitest';
import { aSmallState, publishTardiness } from '../../../test/fakes/small-state.ts';
import type { ValidationEngine } from '../../../shared/application/ports/engine.ts';
import { EngineFault } from '../../../shared/engine/sandbox/engine-process.ts';
import { runId } from '../../../shared/kernel/ids.ts';
import { failHopeless } from './fail-hopeless.ts';
import { validate } from './validate.ts';

/** A run of Bear Creek that waits in the queue. */
const queued = async () => {
  const state = await aSmallState('2026-05-05');
  const { ask, ports } = state;
  const path = `/v1/certifications/${await publishTardiness(state)}/255903`;
  await ask('ana', 'POST', `${path}/start`, { body: {} });
  const id = runId((await ask('ana', 'POST', `${path}/steps/district-validation/runs`, { body: {} })).body.id);
  return {
    id,
    ports,
    cancel: () => ask('ana', 'POST', `/v1/runs/${id}/cancel`, { body: {} }),
    run: async () => (await ports.store.load('run', id))?.state,
  };
};

const faultOf = (work: Promise<void>): Promise<unknown> =>
  work.then(
    () => null,
    (fault: unknown) => fault,
  );

/** The same, taken by a worker in the last second of its function. */
const delivered = async (engine: ValidationEngine) => {
  const { id, ports, run } = await queued();
  const work = { ...ports, engine };
  const fault = await faultOf(validate(work, id, { owner: 'worker', remainingMillis: () => 0 }));
  return { fault, run, settle: (thrown: unknown) => failHopeless(work, id, thrown) };
};

/** Goes on until it is stopped. */
const endless: ValidationEngine = {
  run: async (_job, abort) => {
    await once(abort, 'abort');
    abort.throwIfAborted();
    throw new Error('stopped without a reason');
  },
};

const broken: ValidationEngine = { run: () => Promise.reject(new EngineFault('no such file', '')) };

it.each([
  ['is out of time', endless, 'RUN_OUT_OF_TIME'],
  ['cannot read its data', broken, 'RUN_DATA_UNREADABLE'],
])('a run that %s fails and says so', async (_what, engine, problemCode) => {
  const { fault, settle, run } = await delivered(engine);
  expect(await settle(fault)).toBe(true);
  expect(await run()).toMatchObject({ status: 'FAILED', problemCode });
});

it('a fault of the surroundings goes back to the queue', async () => {
  const { fault, settle, run } = await delivered({ run: () => Promise.reject(new Error('no answer')) });
  expect(await settle(fault)).toBe(false);
  expect(await run()).toMatchObject({ status: 'RUNNING' });
});

it('a run that is cancelled stops its engine at the next beat, and its message is done', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const { id, ports, cancel, run } = await queued();
  const begun = Promise.withResolvers<AbortSignal>();
  const engine: ValidationEngine = {
    run: (job, abort) => {
      begun.resolve(abort);
      return endless.run(job, abort);
    },
  };
  const work = validate({ ...ports, engine }, id, { owner: 'worker', remainingMillis: () => 240_000 });
  const abort = await begun.promise;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(abort.aborted).toBe(false);
  expect((await cancel()).status).toBe(200);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await failHopeless(ports, id, await faultOf(work))).toBe(true);
  expect([abort.aborted, (await run())?.status]).toEqual([true, 'CANCELLED']);
});
