import { expect, it } from 'vitest';
import { aSmallState, publishTardiness } from '../../../test/fakes/small-state.ts';
import { runId } from '../../kernel/ids.ts';

/** A run of Bear Creek that waits in the queue. */
const queued = async () => {
  const state = await aSmallState('2026-05-05');
  const path = `/v1/certifications/${await publishTardiness(state)}/255903`;
  await state.ask('ana', 'POST', `${path}/start`, { body: {} });
  const id = runId((await state.ask('ana', 'POST', `${path}/steps/district-validation/runs`, { body: {} })).body.id);
  return { state, id };
};

it.each([
  ['its findings are', 'parquet'],
  ['its report is', 'html'],
])('a run is not completed before %s stored', async (_what, ending) => {
  const { state, id } = await queued();
  const { objects, store } = state.ports;
  const { putFile } = objects;
  objects.putFile = async (...given) => {
    if (given[1].endsWith(ending)) throw new Error('no answer');
    return putFile(...given);
  };
  await expect(state.validate(id)).rejects.toThrow('no answer');
  expect((await store.load('run', id))?.state.status).toBe('RUNNING');
  objects.putFile = putFile;
  await state.validate(id);
  expect((await store.load('run', id))?.state.status).toBe('COMPLETED');
});
