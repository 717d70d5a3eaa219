import { describe, expect, it } from 'vitest';
import type { Wait } from '../../../shared/application/ports/waits.ts';
import { certificationEventId, runId } from '../../../shared/kernel/ids.ts';
import { instantFromMillis, millisOf } from '../../../shared/kernel/instant.ts';
import { bearCreek } from '../../builders/people.ts';
import { changing, given, loaded, mustCommit } from '../acts.ts';
import { creating, samples } from '../samples/entities.ts';
import type { OpenWorld, World } from '../world.ts';

const run = runId('run_1');
const key = { certificationEventId: certificationEventId('evt_1'), organizationId: bearCreek };

const dueKinds = async (world: World): Promise<readonly string[]> =>
  (await world.dueList.due(world.clock.now())).work.map(({ kind }) => kind);

export const describeWork = (open: OpenWorld): void => {
  describe('the lease on a run', () => {
    it('belongs to one worker until it ends after 60 seconds', async () => {
      const world = await open();
      expect(await world.leases.take(run, 'worker-1', world.clock.now())).toBe(true);
      expect(await world.leases.take(run, 'worker-1', world.clock.now())).toBe(true);
      expect(await world.leases.take(run, 'worker-2', world.clock.advance(59))).toBe(false);
      expect(await world.leases.take(run, 'worker-2', world.clock.advance(1))).toBe(true);
      expect(await world.leases.renew(run, 'worker-1', world.clock.now())).toBe(false);
    });

    it('lives on while its worker renews it', async () => {
      const world = await open();
      await world.leases.take(run, 'worker-1', world.clock.now());
      expect(await world.leases.renew(run, 'worker-1', world.clock.advance(50))).toBe(true);
      expect(await world.leases.take(run, 'worker-2', world.clock.advance(50))).toBe(false);
      expect(await dueKinds(world)).toEqual([]);
    });

    it('that ended is due, with its owner', async () => {
      const world = await open();
      await world.leases.take(run, 'worker-1', world.clock.now());
      const endsAt = world.clock.advance(60);
      expect((await world.dueList.due(endsAt)).work).toEqual([
        { kind: 'LEASE', lease: { runId: run, owner: 'worker-1', endsAt } },
      ]);
    });

    it('that was released is free, and only its owner can release it', async () => {
      const world = await open();
      await world.leases.take(run, 'worker-1', world.clock.now());
      await world.leases.release(run, 'worker-2');
      expect(await world.leases.take(run, 'worker-2', world.clock.now())).toBe(false);
      await world.leases.release(run, 'worker-1');
      expect(await world.leases.renew(run, 'worker-1', world.clock.now())).toBe(false);
      world.clock.advance(3600);
      expect(await dueKinds(world)).toEqual([]);
      expect(await world.leases.take(run, 'worker-2', world.clock.now())).toBe(true);
      expect(await dueKinds(world)).toEqual([]);
    });

    it('that was never taken cannot be renewed', async () => {
      const world = await open();
      expect(await world.leases.renew(run, 'worker-1', world.clock.now())).toBe(false);
    });

    it('goes to one of ten who take it at once', async () => {
      const world = await open();
      const owners = Array.from({ length: 10 }, (_, index) => `worker-${index}`);
      const taken = await Promise.all(owners.map((owner) => world.leases.take(run, owner, world.clock.now())));
      expect(taken.filter(Boolean)).toHaveLength(1);
    });
  });

  describe('a flow that waits', () => {
    const aWait = (world: World, token = 'token-1'): Wait => ({
      key,
      sentSequence: 2,
      token,
      registeredAt: world.clock.now(),
    });

    it('is found by whoever decides, until it is answered', async () => {
      const world = await open();
      expect(await world.waits.open(key, 2)).toBeUndefined();
      await world.waits.register(aWait(world));
      expect(await world.waits.open(key, 2)).toEqual(aWait(world));
      expect(await world.waits.open(key, 1)).toBeUndefined();
      await world.waits.markAnswered(aWait(world), world.clock.now());
      await world.waits.markAnswered(aWait(world), world.clock.now());
      expect(await world.waits.open(key, 2)).toBeUndefined();
    });

    it('and was started again is answered under its newest token', async () => {
      const world = await open();
      const old = aWait(world);
      await world.waits.register(old);
      world.clock.advance(10);
      const renewed = aWait(world, 'token-2');
      await world.waits.register(renewed);
      await world.waits.register(old);
      await world.waits.markAnswered(old, world.clock.now());
      expect(await world.waits.open(key, 2)).toEqual(renewed);
    });

    it('and was answered waits again when it is started again', async () => {
      const world = await open();
      await world.waits.register(aWait(world));
      await world.waits.markAnswered(aWait(world), world.clock.now());
      world.clock.advance(10);
      await world.waits.register(aWait(world, 'token-2'));
      expect(await world.waits.open(key, 2)).toMatchObject({ token: 'token-2' });
    });

    it('is looked at after an hour, and again when it is put back', async () => {
      const world = await open();
      const wait = aWait(world);
      await world.waits.register(wait);
      world.clock.advance(3599);
      expect(await dueKinds(world)).toEqual([]);
      expect((await world.dueList.due(world.clock.advance(1))).work).toEqual([{ kind: 'WAIT', wait }]);
      const until = world.clock.advance(3600);
      await world.waits.postpone(wait, until);
      world.clock.advance(-1);
      expect(await dueKinds(world)).toEqual([]);
      world.clock.advance(1);
      expect(await dueKinds(world)).toEqual(['WAIT']);
      await world.waits.markAnswered(wait, until);
      expect(await dueKinds(world)).toEqual([]);
    });
  });

  describe('a timer', () => {
    const [armed, fired] = samples.timer;

    it('is due from its time on, and no longer once it has fired', async () => {
      const world = await open();
      if (!armed || !fired) throw new Error('there is no sample');
      const dueAt = world.clock.advance(100);
      world.clock.advance(-100);
      await given(world, creating('timer', { ...armed, dueAt }));
      expect(await dueKinds(world)).toEqual([]);
      const timer = await loaded(world, 'timer', armed);
      expect((await world.dueList.due(dueAt)).work).toEqual([{ kind: 'TIMER', timer }]);
      await mustCommit(world, { transitions: [changing('timer', timer, { ...fired, dueAt })] });
      expect((await world.dueList.due(dueAt)).work).toEqual([]);
    });
  });

  describe('a snapshot', () => {
    const [queued, ...ended] = samples.snapshot;

    it('is due two and a quarter hours after it was asked for, unless it has ended', async () => {
      const world = await open();
      if (!queued) throw new Error('there is no sample');
      const dueAt = world.clock.advance(8_100);
      world.clock.advance(-8_100);
      const asked = { ...queued, requestedAt: world.clock.now() };
      await given(world, creating('snapshot', asked));
      expect((await world.dueList.due(instantFromMillis(millisOf(dueAt) - 1))).work).toEqual([]);
      expect((await world.dueList.due(dueAt)).work).toEqual([{ kind: 'SNAPSHOT', snapshotId: queued.id }]);
      for (const end of ended) {
        const read = await loaded(world, 'snapshot', asked);
        await mustCommit(world, { transitions: [changing('snapshot', read, end)] });
        expect((await world.dueList.due(dueAt)).work).toEqual([]);
      }
    });
  });

  describe('an upload', () => {
    const [announced, received, checking, ...ended] = samples.upload;

    it.each([
      ['its message has waited for 15 minutes', received, 900],
      ['its check has lasted for 5 minutes', checking, 300],
    ])('is due when %s, and not once it has ended', async (_when, upload, seconds) => {
      const world = await open();
      if (!announced || !upload) throw new Error('there is no sample');
      const atHandSince = world.clock.now();
      const dueAt = world.clock.advance(seconds);
      await given(world, creating('upload', announced));
      expect((await world.dueList.due(dueAt)).work).toEqual([]);
      const read = await loaded(world, 'upload', announced);
      await mustCommit(world, { transitions: [changing('upload', read, { ...upload, atHandSince })] });
      expect((await world.dueList.due(instantFromMillis(millisOf(dueAt) - 1))).work).toEqual([]);
      expect((await world.dueList.due(dueAt)).work).toEqual([{ kind: 'UPLOAD', uploadId: upload.id }]);
      const [end] = ended;
      if (!end) throw new Error('there is no sample');
      const again = await loaded(world, 'upload', announced);
      await mustCommit(world, { transitions: [changing('upload', again, end)] });
      expect((await world.dueList.due(dueAt)).work).toEqual([]);
    });
  });

  describe('what is due', () => {
    it('comes in the order of its time, however many kinds and owners there are', async () => {
      const world = await open();
      const runs = Array.from({ length: 20 }, (_, index) => runId(`run_${index}`));
      for (const [index, one] of runs.entries())
        await world.leases.take(one, 'worker', world.clock.advance(index % 2 === 0 ? 7 : -3));
      world.clock.advance(3600);
      const { work: due } = await world.dueList.due(world.clock.now());
      const ends = due.map((work) => (work.kind === 'LEASE' ? work.lease.endsAt : ''));
      expect(ends).toHaveLength(20);
      expect(ends).toEqual(ends.toSorted());
    });
  });

  describe('the key that signs cursors', () => {
    it('is long, and the same for everybody', async () => {
      const world = await open();
      const [one, ...others] = await Promise.all([1, 2, 3].map(() => world.store.cursorKey()));
      expect(one).toMatch(/^[\w-]{43,}$/);
      expect(others).toEqual([one, one]);
      expect(await world.store.cursorKey()).toBe(one);
    });
  });
};
