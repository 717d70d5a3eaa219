import { expect, it } from 'vitest';
import { cannedEngine } from '../../../test/fakes/canned-engine.ts';
import { aSmallState, publishTardiness } from '../../../test/fakes/small-state.ts';
import { runId } from '../../kernel/ids.ts';
import { systemCaller } from '../system-caller.ts';
import type { ValidationEngine } from '../ports/engine.ts';
import { executeRun } from './execute-run.ts';
import { recoverRun } from './recover-run.ts';

const lostEngine = {
  run: async () => {
    throw new Error('the worker has gone');
  },
};

/** An engine that is at work until it is let go. */
const slowEngine = () => {
  const waiting = Promise.withResolvers<undefined>();
  const begun = Promise.withResolvers<undefined>();
  return {
    begun: begun.promise,
    letGo: () => waiting.resolve(undefined),
    run: async (...job: Parameters<ValidationEngine['run']>) => {
      begun.resolve(undefined);
      await waiting.promise;
      return cannedEngine([]).run(...job);
    },
  };
};

/** A run of Bear Creek that waits in the queue. */
const queued = async () => {
  const state = await aSmallState('2026-05-05');
  const { ask, ports, clock } = state;
  const event = await publishTardiness(state);
  await ask('ana', 'POST', `/v1/certifications/${event}/255903/start`, { body: {} });
  const path = `/v1/certifications/${event}/255903/steps/district-validation/runs`;
  const id = runId((await ask('ana', 'POST', path, { body: {} })).body.id);
  const close = async () => {
    const body = { comment: 'done', confirm: true };
    const closed = await ask('admin', 'POST', `/v1/certification-events/${event}/close`, { body });
    expect(closed.status).toBe(200);
    clock.advance(60);
  };
  return {
    work: (engine: Pick<ValidationEngine, 'run'> = lostEngine, worker = 'worker') =>
      executeRun({ ...ports, engine }, id, worker, new AbortController().signal),
    /** A worker that read the run as it is now, and goes on only later. */
    workThatHasRead: async () => {
      const read = await ports.store.load('run', id);
      let isFirst = true;
      const load: typeof ports.store.load = async (entity, key) => {
        const now = await ports.store.load(entity, key);
        const answer = isFirst && entity === 'run' ? { ...now, ...read } : now;
        isFirst = isFirst && entity !== 'run';
        return Object(answer);
      };
      const engine = cannedEngine([]);
      return () =>
        executeRun({ ...ports, store: { ...ports.store, load }, engine }, id, 'late', new AbortController().signal);
    },
    minutesLater: () => clock.advance(300),
    step: async () => (await ask('ana', 'GET', `/v1/certifications/${event}/255903`)).body.steps[0].status,
    recover: async () => recoverRun(ports, await systemCaller(ports, 'sweeper', 'sweep'), { runId: id }),
    close,
    /** Between the next check and its commit. */
    closeMeanwhile: () => {
      const { commit } = ports.unitOfWork;
      ports.unitOfWork.commit = async (wish) => {
        ports.unitOfWork.commit = commit;
        await close();
        return commit(wish);
      };
    },
    status: async () => (await ports.store.load('run', id))?.state.status,
  };
};

it('after the close a run whose worker was lost is cancelled, not put back', async () => {
  const { work, close, recover, status } = await queued();
  await expect(work()).rejects.toThrow('gone');
  await close();
  await recover();
  expect(await status()).toBe('CANCELLED');
});

it('after the close a run that still waits is cancelled, not sent again', async () => {
  const { close, recover, status } = await queued();
  await close();
  await recover();
  expect(await status()).toBe('CANCELLED');
});

it('a run that was put back before the close does not start after it', async () => {
  const { work, close, recover, status } = await queued();
  await expect(work()).rejects.toThrow('gone');
  await recover();
  await close();
  expect(await work()).toBe('LEFT');
  expect(await status()).toBe('CANCELLED');
});

it('a run that was put back does not start while it is closed', async () => {
  const { work, closeMeanwhile, recover, status } = await queued();
  await expect(work()).rejects.toThrow('gone');
  await recover();
  closeMeanwhile();
  expect(await work(cannedEngine([]))).toBe('LEFT');
  expect(await status()).toBe('CANCELLED');
});

it('a worker that was only slow changes nothing once its run was put back', async () => {
  const { work, recover, minutesLater, status, step } = await queued();
  const slow = slowEngine();
  const late = work(slow);
  await slow.begun;
  minutesLater();
  await recover();
  slow.letGo();
  expect(await late).toBe('LEFT');
  expect([await status(), await step()]).toEqual(['QUEUED', 'RUNNING']);
  const other = slowEngine();
  other.letGo();
  expect(await work(other, 'another worker')).toBe('DONE');
  expect([await status(), await step()]).toEqual(['COMPLETED', 'NEEDS_VIEW']);
});

it('a slow worker whose run nobody took over still brings its result', async () => {
  const { work, minutesLater, status } = await queued();
  const slow = slowEngine();
  const late = work(slow);
  await slow.begun;
  minutesLater();
  slow.letGo();
  expect(await late).toBe('DONE');
  expect(await status()).toBe('COMPLETED');
});

it('a worker that read its run before another lost it starts it all the same', async () => {
  const { work, workThatHasRead, recover, minutesLater, status, step } = await queued();
  const late = await workThatHasRead();
  await expect(work()).rejects.toThrow();
  minutesLater();
  await recover();
  expect([await status(), await step()]).toEqual(['QUEUED', 'RUNNING']);
  expect(await late()).toBe('DONE');
  expect([await status(), await step()]).toEqual(['COMPLETED', 'NEEDS_VIEW']);
});
