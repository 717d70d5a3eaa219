import { describe, expect, it } from 'vitest';
import type { Insert } from '../../../shared/application/ports/unit-of-work.ts';
import type { Body } from '../../../shared/domain/certification-event/state.ts';
import { certificationEventId, organizationId, ruleId, snapshotId, userId } from '../../../shared/kernel/ids.ts';
import { aBody, aPublishedBody } from '../../builders/certification-event.ts';
import { bearCreek } from '../../builders/people.ts';
import { aRuleVersion } from '../../builders/rule-library.ts';
import { moment } from '../../builders/time.ts';
import { commit, given, mustCommit } from '../acts.ts';
import { datasets } from '../samples/directory.ts';
import { creating } from '../samples/entities.ts';
import { aDatasetVersion, organizationData } from '../samples/lanes.ts';
import type { OpenWorld } from '../world.ts';

const id = certificationEventId('evt_1');
const organizations = (count: number) => Array.from({ length: count }, (_, index) => organizationId(`d${index}`));
const bodyRow = (bodyId: string, body: Body): Insert => ({ row: 'body', certificationEventId: id, bodyId, body });

export const describeInserts = (open: OpenWorld): void => {
  describe('a body', () => {
    it.each([
      ['everyone', aPublishedBody({ participants: { all: true }, description: 'Ä long one' })],
      ['nobody', aBody({ participants: [] })],
      ['1,000 participants', aBody({ participants: organizations(1000) })],
      ['10,000 participants', aPublishedBody({ participants: organizations(10_000), requiredDatasets: ['students'] })],
      ['a link', aBody({ dataLinks: [{ type: 'EXTERNAL_URL', label: 'Help', url: 'https://example.org' }] })],
    ])('for %s is read back as it was written', async (_name, body) => {
      const world = await open();
      await mustCommit(world, { inserts: [bodyRow('bdy_1', body), bodyRow('bdy_10', aBody())] });
      expect(await world.store.body(id, 'bdy_1')).toStrictEqual(body);
      const { participants: _, ...rest } = body;
      expect(await world.store.bodyWithoutParticipants(id, 'bdy_1')).toStrictEqual(rest);
    });

    it('is never written twice, and its absence is a fault', async () => {
      const world = await open();
      await mustCommit(world, { inserts: [bodyRow('bdy_1', aBody())] });
      expect(await commit(world, { inserts: [bodyRow('bdy_1', aBody())] })).toEqual({ kind: 'STALE' });
      await expect(world.store.body(id, 'bdy_2')).rejects.toThrow('bdy_2');
      await expect(world.store.bodyWithoutParticipants(id, 'bdy_2')).rejects.toThrow('bdy_2');
    });
  });

  describe('the number of a certification event', () => {
    const take = (number: number): { readonly inserts: readonly Insert[] } => ({
      inserts: [{ row: 'number', certificationEventId: id, number }],
    });

    it('has no gaps and no twins', async () => {
      const world = await open();
      expect(await world.store.nextCertificationEventNumber()).toBe(1);
      expect(await commit(world, take(2))).toEqual({ kind: 'STALE' });
      await mustCommit(world, take(1));
      expect(await commit(world, take(1))).toEqual({ kind: 'STALE' });
      expect(await commit(world, take(3))).toEqual({ kind: 'STALE' });
      await mustCommit(world, take(2));
      expect(await world.store.nextCertificationEventNumber()).toBe(3);
    });
  });

  describe('a chunk of a publication', () => {
    it('is done once', async () => {
      const world = await open();
      const chunk = { inserts: [{ row: 'chunk', certificationEventId: id, revision: 2, chunk: 0 }] as const };
      expect(await world.store.chunkExists(id, 2, 0)).toBe(false);
      await mustCommit(world, chunk);
      expect(await world.store.chunkExists(id, 2, 0)).toBe(true);
      expect(await world.store.chunkExists(id, 1, 0)).toBe(false);
      expect(await commit(world, chunk)).toEqual({ kind: 'STALE' });
    });
  });

  describe('a version', () => {
    it('of a rule never changes, and is found in the order asked for', async () => {
      const world = await open();
      const versions = [1, 2, 11].map((ruleVersion) => aRuleVersion({ ruleVersion, parameters: [] }));
      await mustCommit(world, { inserts: versions.map((version) => ({ row: 'ruleVersion', version }) as const) });
      const wanted = versions.toReversed().map((version) => ({ ruleId: version.id, ruleVersion: version.ruleVersion }));
      expect(await world.store.ruleVersions(wanted)).toStrictEqual(versions.toReversed());
      const [first = aRuleVersion()] = versions;
      expect(await commit(world, { inserts: [{ row: 'ruleVersion', version: first }] })).toEqual({ kind: 'STALE' });
      const missing = { ruleId: ruleId('rul_gone'), ruleVersion: 1 };
      await expect(world.store.ruleVersions([...wanted, missing])).rejects.toThrow('rul_gone');
    });

    it('of a rule has a code that is given once, whatever its case', async () => {
      const world = await open();
      const taking = (code: string, id: string) => ({
        inserts: [{ row: 'ruleCode', code, ruleId: ruleId(id) }] as const,
      });
      expect(await world.store.ruleOfCode('ENR-1')).toBeUndefined();
      await mustCommit(world, taking('ENR-1', 'rul_1'));
      expect(await commit(world, taking('enr-1', 'rul_2'))).toEqual({ kind: 'STALE' });
      expect(await world.store.ruleOfCode('Enr-1')).toBe('rul_1');
    });

    it('is one of a user name, too: it is taken once, whatever its case', async () => {
      const world = await open();
      const taking = (name: string) => ({ inserts: [{ row: 'userName', userId: userId(name) }] as const });
      expect(await world.store.userOfName('Ana')).toBeUndefined();
      await mustCommit(world, taking('Ana'));
      expect(await commit(world, taking('aNA'))).toEqual({ kind: 'STALE' });
      expect(await world.store.userOfName('ANA')).toBe('Ana');
    });

    it('of a declaration is read as it was written, and never changes', async () => {
      const world = await open();
      const [first] = datasets;
      if (first === undefined) throw new Error('there are datasets');
      const inserting = { inserts: [{ row: 'declaration', declaration: first }] as const };
      await mustCommit(world, inserting);
      expect(await commit(world, inserting)).toEqual({ kind: 'STALE' });
      expect(await world.store.declaration(first.name, first.version)).toStrictEqual(first);
      expect(await world.store.declaration(first.name, first.version + 1)).toBeUndefined();
    });

    it('of a dataset stays as it first came, since its name is its content', async () => {
      const world = await open();
      const insert = (rows: number) => ({
        inserts: [{ row: 'datasetVersion', organizationId: bearCreek, version: aDatasetVersion({ rows }) }] as const,
      });
      await mustCommit(world, insert(5));
      await mustCommit(world, insert(6));
      const wanted = { students: aDatasetVersion().version };
      expect(await world.store.datasetVersions(bearCreek, wanted)).toStrictEqual([aDatasetVersion({ rows: 5 })]);
      await expect(world.store.datasetVersions(bearCreek, { students: 'gone' })).rejects.toThrow('gone');
    });

    it('of a dataset gives way to what became of it, where it is known', async () => {
      const world = await open();
      const version = aDatasetVersion({ deletedAt: moment('2026-06-02') });
      const changing = { inserts: [{ row: 'changedVersion', organizationId: bearCreek, version }] as const };
      expect(await commit(world, changing)).toEqual({ kind: 'STALE' });
      await mustCommit(world, {
        inserts: [{ row: 'datasetVersion', organizationId: bearCreek, version: aDatasetVersion() }],
      });
      await mustCommit(world, changing);
      expect(await world.store.knownDatasetVersion(bearCreek, version.dataset, version.version)).toStrictEqual(version);
    });

    it('of a district are listed with what snapshots pin of them, each pin once', async () => {
      const world = await open();
      const others = organizationId('255904');
      const version = aDatasetVersion();
      const pin = { snapshotId: snapshotId('snp_1'), versions: { students: version.version } };
      const pinning = { inserts: [{ row: 'versionPin', organizationId: bearCreek, ...pin }] as const };
      await given(world, ...organizationData.slice(0, 1).map((data) => creating('organizationData', data)));
      await mustCommit(world, {
        inserts: [
          { row: 'datasetVersion', organizationId: bearCreek, version },
          { row: 'datasetVersion', organizationId: others, version: aDatasetVersion({ rows: 7 }) },
        ],
      });
      const releasing = {
        inserts: [{ row: 'releasedPin', organizationId: bearCreek, snapshotId: pin.snapshotId }] as const,
      };
      expect(await commit(world, releasing)).toEqual({ kind: 'STALE' });
      await mustCommit(world, pinning);
      expect(await commit(world, pinning)).toEqual({ kind: 'STALE' });
      expect(await world.store.versionsOf(bearCreek)).toStrictEqual({ versions: [version], pins: [pin] });
      expect((await world.store.versionsOf(others)).pins).toEqual([]);
      for (const _again of [1, 2]) await mustCommit(world, releasing);
      expect((await world.store.versionsOf(bearCreek)).pins).toStrictEqual([{ ...pin, versions: {} }]);
    });
  });
};
