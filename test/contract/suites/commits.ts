import { describe, expect, it } from 'vitest';
import type { IdempotencyRecord } from '../../../shared/application/ports/unit-of-work.ts';
import { certificationEventId, organizationId, userId } from '../../../shared/kernel/ids.ts';
import { aParticipant } from '../../builders/participant.ts';
import { anAgency, aStateUser, bearCreek, grandBend } from '../../builders/people.ts';
import { changing, commit, given, loaded, mustCommit } from '../acts.ts';
import { creating } from '../samples/entities.ts';
import type { OpenWorld } from '../world.ts';

const event = certificationEventId('evt_1');

const aRecord = (changes: Partial<IdempotencyRecord> = {}): IdempotencyRecord => ({
  principal: 'sam',
  operation: 'replaceSettings',
  key: 'any text # of the caller / may be a key',
  bodyHash: 'hash-1',
  answer: { status: 200, items: [null, 1.5, 'ä'] },
  ...changes,
});

export const describeCommits = (open: OpenWorld): void => {
  describe('a commit', () => {
    it('is stale when somebody else wrote first, and then writes nothing of its own', async () => {
      const world = await open();
      await given(world, creating('agency', anAgency()));
      const read = await loaded(world, 'agency', anAgency());
      await mustCommit(world, { transitions: [changing('agency', read, anAgency({ name: 'First' }))] });
      const outcome = await commit(world, {
        transitions: [changing('agency', read, anAgency({ name: 'Second' })), creating('participant', aParticipant())],
        outbox: [{ type: 'DISARM_TIMER', timerId: 't', version: 1 }],
        idempotency: aRecord(),
      });
      expect(outcome).toEqual({ kind: 'STALE' });
      expect((await loaded(world, 'agency', anAgency())).state.name).toBe('First');
      expect(await world.store.participants(event)).toEqual([]);
      expect((await world.store.auditOf(event, { limit: 10 })).items).toEqual([]);
      world.clock.advance(3600);
      expect((await world.dueList.due(world.clock.now())).work).toEqual([]);
      expect(await world.unitOfWork.findIdempotencyRecord('sam', 'replaceSettings', aRecord().key)).toBeUndefined();
    });

    it('is stale however long after, where its audit entry has a place of its own', async () => {
      const world = await open();
      await given(world, creating('participant', aParticipant()));
      const read = await loaded(world, 'participant', aParticipant());
      for (const kind of ['COMMITTED', 'STALE']) {
        world.clock.advance(1);
        const transitions = [changing('participant', read, read.state)];
        expect(await commit(world, { transitions })).toEqual({ kind });
      }
    });

    it('is stale when what it would create exists', async () => {
      const world = await open();
      await given(world, creating('agency', anAgency()));
      expect(await commit(world, { transitions: [creating('agency', anAgency())] })).toEqual({ kind: 'STALE' });
    });

    it('holds only while what it rests on is as it was read', async () => {
      const world = await open();
      await given(world, creating('user', aStateUser('sam')));
      const read = await loaded(world, 'user', aStateUser('sam'));
      const onSam = { entity: 'user', key: read.state.id, version: read.version } as const;
      await mustCommit(world, { checks: [onSam], transitions: [creating('agency', anAgency())] });
      await mustCommit(world, { transitions: [changing('user', read, aStateUser('sam', { active: false }))] });
      const participant = creating('participant', aParticipant());
      expect(await commit(world, { checks: [onSam], transitions: [participant] })).toEqual({ kind: 'STALE' });
      expect(await world.store.participants(event)).toEqual([]);
    });

    it('holds only while what was not there is still not there', async () => {
      const world = await open();
      const nobody = { entity: 'user', key: userId('sam'), version: null } as const;
      await mustCommit(world, { checks: [nobody], transitions: [creating('agency', anAgency())] });
      await given(world, creating('user', aStateUser('sam')));
      const participant = creating('participant', aParticipant());
      expect(await commit(world, { checks: [nobody], transitions: [participant] })).toEqual({ kind: 'STALE' });
    });

    it('may rest on what it changes itself', async () => {
      const world = await open();
      await given(world, creating('user', aStateUser('sam')));
      const read = await loaded(world, 'user', aStateUser('sam'));
      await mustCommit(world, {
        checks: [{ entity: 'user', key: read.state.id, version: read.version }],
        transitions: [changing('user', read, aStateUser('sam', { firstName: 'Samuel' }))],
      });
    });

    it('of twenty who write at once, one is first', async () => {
      const world = await open();
      await given(world, creating('agency', anAgency()));
      const read = await loaded(world, 'agency', anAgency());
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          commit(world, {
            requestId: `request-${index}`,
            transitions: [changing('agency', read, anAgency({ name: `Name ${index}` }))],
          }),
        ),
      );
      expect(outcomes.filter(({ kind }) => kind === 'COMMITTED')).toHaveLength(1);
      expect(outcomes.filter(({ kind }) => kind === 'STALE')).toHaveLength(19);
      expect((await loaded(world, 'agency', anAgency())).version).toBe(2);
    });

    it('with more than a transaction holds is a fault that says so', async () => {
      const world = await open();
      const many = Array.from({ length: 51 }, (_, index) =>
        creating('participant', aParticipant({}, { organizationId: organizationId(`d-${index}`) })),
      );
      await expect(commit(world, { transitions: many })).rejects.toThrow(/too large.*102.*100/);
    });

    it.each([
      ['fits below the limit of an item', 380 * 1024, true],
      ['is a fault above the limit of an item', 401 * 1024, false],
    ])('whose text %s', async (_name, length, fits) => {
      const world = await open();
      const long = { transitions: [creating('agency', anAgency({ name: 'x'.repeat(length) }))] };
      // The audit entry holds the text too: one item each.
      if (fits) await mustCommit(world, long);
      else await expect(commit(world, long)).rejects.toThrow(/too large/);
      expect(await world.store.load('agency', 'AGENCY')).toEqual(fits ? expect.anything() : undefined);
    });
  });

  describe('a repeated request', () => {
    it('gets the first answer again, whatever it would write', async () => {
      const world = await open();
      await mustCommit(world, { transitions: [creating('agency', anAgency())], idempotency: aRecord() });
      const outcome = await commit(world, {
        transitions: [creating('participant', aParticipant())],
        idempotency: aRecord({ bodyHash: 'hash-2', answer: 'another' }),
      });
      expect(outcome).toEqual({ kind: 'REPLAYED', record: aRecord() });
      expect(await world.store.participants(event)).toEqual([]);
      const { principal, operation, key } = aRecord();
      expect(await world.unitOfWork.findIdempotencyRecord(principal, operation, key)).toEqual(aRecord());
    });

    it('of ten twins at once, one writes and nine get its answer', async () => {
      const world = await open();
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          commit(world, {
            transitions: [creating('agency', anAgency({ name: `Name ${index}` }))],
            idempotency: aRecord({ answer: index }),
          }),
        ),
      );
      const winner = outcomes.findIndex(({ kind }) => kind === 'COMMITTED');
      const others = outcomes.filter((_, index) => index !== winner);
      expect(others).toEqual(others.map(() => ({ kind: 'REPLAYED', record: aRecord({ answer: winner }) })));
      expect((await loaded(world, 'agency', anAgency())).state.name).toBe(`Name ${winner}`);
    });

    it('of another person, operation or key is a request of its own', async () => {
      const world = await open();
      await mustCommit(world, { idempotency: aRecord() });
      for (const other of [{ principal: 'ana' }, { operation: 'other' }, { key: 'other' }])
        await mustCommit(world, { idempotency: aRecord(other) });
    });

    it('is a new request after 48 hours, to the second', async () => {
      const world = await open();
      const { principal, operation, key } = aRecord();
      const find = () => world.unitOfWork.findIdempotencyRecord(principal, operation, key);
      await mustCommit(world, { idempotency: aRecord() });
      world.clock.advance(48 * 3600 - 1);
      expect(await find()).toEqual(aRecord());
      expect(await commit(world, { idempotency: aRecord() })).toMatchObject({ kind: 'REPLAYED' });
      world.clock.advance(1);
      expect(await find()).toBeUndefined();
      await mustCommit(world, { idempotency: aRecord({ answer: 'new' }) });
      expect(await find()).toEqual(aRecord({ answer: 'new' }));
    });
  });

  describe('the fence of a certification event', () => {
    const check = (revision: number, organization = bearCreek) => ({
      fence: { certificationEventId: event, organizationId: organization, revision },
      transitions: [creating('participant', aParticipant({}, { organizationId: organization }))],
    });
    const publish = (revision: number) => ({
      fenceChange: { certificationEventId: event, status: 'PUBLISHED' as const, revision },
    });
    const close = { fenceChange: { certificationEventId: event, status: 'CLOSED' as const, revision: 1 } };

    it('lets nobody work before the event is published', async () => {
      const world = await open();
      expect(await commit(world, check(1))).toEqual({ kind: 'STALE' });
    });

    it('lets everybody work on the published revision and on no other', async () => {
      const world = await open();
      await mustCommit(world, publish(1));
      await mustCommit(world, check(1, bearCreek));
      await mustCommit(world, check(1, grandBend));
      const other = organizationId('255905');
      expect(await commit(world, check(2, other))).toEqual({ kind: 'STALE' });
      await mustCommit(world, publish(2));
      await mustCommit(world, check(2, other));
    });

    it('shut between reading and writing makes the write stale, for every organization and for ever', async () => {
      const world = await open();
      await mustCommit(world, publish(1));
      await mustCommit(world, close);
      for (let number = 0; number < 40; number += 1)
        expect(await commit(world, check(1, organizationId(`d-${number}`)))).toEqual({ kind: 'STALE' });
      expect(await commit(world, publish(2))).toEqual({ kind: 'STALE' });
      expect(await world.store.participants(event)).toEqual([]);
    });
  });
};
