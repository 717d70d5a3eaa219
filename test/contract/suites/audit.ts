import { describe, expect, it } from 'vitest';
import { applyChanges, flattened } from '../../../shared/application/audit/changes.ts';
import { type AuditEntry, chainStart, sealEntry } from '../../../shared/application/audit/entry.ts';
import { nextSeal } from '../../../shared/application/audit/seal.ts';
import { certificationEventId } from '../../../shared/kernel/ids.ts';
import { aPublishedEvent } from '../../builders/certification-event.ts';
import { aParticipant } from '../../builders/participant.ts';
import { anAgency } from '../../builders/people.ts';
import { aGroup, aRule } from '../../builders/rule-library.ts';
import { moment } from '../../builders/time.ts';
import { changing, given, loaded, mustCommit } from '../acts.ts';
import { creating, samples } from '../samples/entities.ts';
import type { OpenWorld, World } from '../world.ts';

const id = certificationEventId('evt_1');
const [created = aParticipant(), ...later] = samples.participant;
const key = { certificationEventId: id, organizationId: created.organizationId };

const allEntries = async (world: World): Promise<readonly AuditEntry[]> => {
  const entries: AuditEntry[] = [];
  let from: string | undefined;
  do {
    const page = await world.store.auditOf(id, { limit: 3, from });
    entries.push(...page.items);
    from = page.next;
  } while (from !== undefined);
  return entries;
};

/** Bear Creek goes its whole way: recertification, requests, approval, in every state of the samples. */
const aHistory = async (world: World) => {
  await given(world, creating('certificationEvent', aPublishedEvent()));
  const publishing = await loaded(world, 'certificationEvent', aPublishedEvent());
  await mustCommit(world, { transitions: [{ ...creating('participant', created), chainFrom: publishing.auditHash }] });
  for (const state of later) {
    world.clock.advance(60);
    const before = await loaded(world, 'participant', created);
    await mustCommit(world, { transitions: [{ ...changing('participant', before, state), reason: 'because' }] });
  }
  return { publishing, participant: await loaded(world, 'participant', created) };
};

export const describeAudit = (open: OpenWorld): void => {
  describe('the audit chain of a rule', () => {
    it('is read whole, oldest first, and apart from every other', async () => {
      const world = await open();
      const [first = aRule(), second = aRule()] = samples.rule;
      await given(world, creating('rule', first));
      await given(world, creating('validationGroup', aGroup()));
      const before = await loaded(world, 'rule', first);
      await mustCommit(world, { transitions: [{ ...changing('rule', before, second), reason: 'because' }] });
      const entries = await world.store.chainOf('rule', first.id);
      expect(entries.map(({ sequence, reason }) => [sequence, reason])).toEqual([
        [1, null],
        [2, 'because'],
      ]);
      expect(entries.at(-1)?.hash).toBe((await loaded(world, 'rule', first)).auditHash);
    });
  });

  describe('the ledger of seals', () => {
    const first = nextSeal(undefined, [{ chain: 'participant/evt_1/255903', sequence: 3, hash: 'a1' }], {
      certificationEventId: id,
      at: moment('2026-05-05'),
      reason: 'HOURLY',
    });
    if (first === null) throw new Error('one head is enough for a seal');

    it('takes each seal once and lists them in order, certification event by certification event', async () => {
      const world = await open();
      const second = { ...first, sequence: 2, reason: 'CLOSED' as const, previousHash: first.hash };
      const elsewhere = { ...first, certificationEventId: certificationEventId('evt_2') };
      expect(await world.journal.appendSeal(first)).toBe(true);
      for (const seal of [second, elsewhere]) expect(await world.journal.appendSeal(seal)).toBe(true);
      expect(await world.journal.appendSeal({ ...first, root: 'another' })).toBe(false);
      expect(await world.store.sealsOf(id)).toEqual([first, second]);
      expect(await world.store.lastSealOf(id)).toEqual(second);
      expect(await world.store.lastSealOf(certificationEventId('evt_3'))).toBeUndefined();
    });
  });

  describe('the audit chain of a participant', () => {
    it('has an entry for every version, without a gap, each linked to the one before', async () => {
      const world = await open();
      const { publishing, participant } = await aHistory(world);
      const entries = await world.store.historyOf(key);
      expect(entries.map(({ sequence }) => sequence)).toEqual(samples.participant.map((_state, index) => index + 1));
      expect(entries.map(({ previousHash }) => previousHash)).toEqual([
        publishing.auditHash,
        ...entries.slice(0, -1).map(({ hash }) => hash),
      ]);
      expect(entries.at(-1)?.hash).toBe(participant.auditHash);
    });

    it('proves itself: each stored entry gives its own hash again', async () => {
      const world = await open();
      await aHistory(world);
      for (const { hash, ...entry } of await allEntries(world)) expect(sealEntry(entry).hash).toBe(hash);
    });

    it('replayed, gives the present state', async () => {
      const world = await open();
      const { participant } = await aHistory(world);
      const entries = await world.store.historyOf(key);
      const replayed = entries.reduce<Readonly<Record<string, unknown>>>(
        (state, { after }) => applyChanges(state, after),
        {},
      );
      expect(replayed).toEqual(flattened({ ...participant.state }));
    });

    it('says who did what, when, why and in which request', async () => {
      const world = await open();
      await aHistory(world);
      const entries = await world.store.historyOf(key);
      expect(entries.at(-1)).toMatchObject({
        chain: 'participant/evt_1/255903',
        entity: 'participant',
        actor: { userId: 'sam', role: 'STATE' },
        command: 'change',
        reason: 'because',
        requestId: 'request-1',
        at: world.clock.now(),
      });
    });
  });

  describe('the audit chain of what the system does', () => {
    it('has an entry that names the part of it', async () => {
      const world = await open();
      const actor = { kind: 'SYSTEM', name: 'run-worker' } as const;
      await mustCommit(world, { actor, transitions: [creating('participant', created)] });
      const entries = await world.store.historyOf(key);
      expect(entries).toMatchObject([{ sequence: 1, actor: { userId: 'system:run-worker', role: 'SYSTEM' } }]);
    });
  });

  describe('the audit list of a certification event', () => {
    it('shows all its chains by time, page by page', async () => {
      const world = await open();
      await aHistory(world);
      await given(world, creating('agency', anAgency()));
      const entries = await allEntries(world);
      expect(entries).toHaveLength(1 + samples.participant.length);
      expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted());
      expect(new Set(entries.map(({ entity }) => entity))).toEqual(new Set(['certificationEvent', 'participant']));
    });

    it('is read from a moment on', async () => {
      const world = await open();
      await aHistory(world);
      const all = await allEntries(world);
      const since = all[3]?.at;
      const { items } = await world.store.auditOf(id, { limit: 2 }, since);
      expect(items).toEqual(all.filter(({ at }) => since !== undefined && at >= since).slice(0, 2));
    });

    it('starts its first chain from nothing', async () => {
      const world = await open();
      await aHistory(world);
      expect((await allEntries(world))[0]?.previousHash).toBe(chainStart);
    });
  });
};
