import { once } from 'node:events';
import { expect, it } from 'vitest';
import { aSmallState, publishTardiness } from '../../../test/fakes/small-state.ts';
import type { ValidationEngine } from '../../../shared/application/ports/engine.ts';
import { EngineFault } from '../../../shared/engine/sandbox/engine-process.ts';
import { runId } from '../../../shared/kernel/ids.ts';
import { failHopeless } from './fail-hopeless.ts';
import { validate } from './validate.ts';

/** A run of Bear Creek that a worker takes from the queue, in the last second of its function. */
const delivered = async (engine: ValidationEngine) => {
  const { ask, ports, ...state } = await aSmallState('2026-05-05');
  const path = `/v1/certifications/${await publishTardiness({ ask, ports, ...state })}/255903`;
  await ask('ana', 'POST', `${path}/start`, { body: {} });
  const id = runId((await ask('ana', 'POST', `${path}/steps/district-validation/runs`, { body: {} })).body.id);
  const delivery = { owner: 'worker', remainingMillis: () => 0 };
  const work = { ...ports, engine };
  return {
    fault: await validate(work, id, delivery).then(
      () => null,
      (thrown: unknown) => thrown,
    ),
    settle: (fault: unknown) => failHopeless(work, id, fault),
    run: async () => (await ports.store.load('run', id))?.state,
  };
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
