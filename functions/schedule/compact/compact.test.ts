import { beforeEach, describe, expect, test } from 'vitest';
import { aClosing, type Closing } from '../../../test/fakes/closing.ts';
import { openDatamart, statementsOf } from '../../../test/fakes/datamart.ts';
import { compactDatamarts } from '../../../shared/application/sweep/compact-datamarts.ts';
import { publishDatamart } from '../../../shared/application/datamart/publish.ts';
import type { CompactionPorts } from '../../../shared/application/datamart/write-part.ts';
import type { Snapshot } from '../../../shared/domain/snapshot/state.ts';
import { organizationId } from '../../../shared/kernel/ids.ts';

const nothing = { compacted: 0, unfinished: 0, skipped: 0 };

let closing: Closing;
beforeEach(async () => {
  closing = await aClosing();
});

describe('A certification event that was closed', () => {
  test('answers the same from one object a dataset as from one a participant, its views made anew or not', async () => {
    const { state, event, listed, shown } = closing;
    await closing.twoDistricts();
    const statements = statementsOf(state.stored, event);
    const pinned = listed();
    const before = await shown();
    expect(before[0]).toEqual([
      ['255901', '11', null],
      ['255901', '9', '4'],
      ['255903', '10', null],
      ['255903', '9', null],
    ]);
    await closing.close();
    expect(await closing.round()).toEqual({ ...nothing, compacted: 1 });
    expect([pinned.length, listed().length]).toEqual([2, 1]);
    expect(statementsOf(state.stored, event)).not.toEqual(statements);
    expect(await shown()).toEqual(before);
    expect(await shown(statements)).toEqual(before);
    // A participant after the other, and each as its own object has it.
    const datamart = await openDatamart(state.stored, event);
    expect(await datamart.rows('SELECT _organization_id, studentUniqueId FROM students_v2')).toEqual([
      ['255901', '11'],
      ['255901', '9'],
      ['255903', '10'],
      ['255903', '9'],
    ]);
    // What is pinned stays where evidence finds it.
    for (const address of pinned) expect(state.stored.has(address.replace('s3://', ''))).toBe(true);
  });

  test('says in its record and its trail what was written, and is not looked at again', async () => {
    const { state, event } = closing;
    await closing.twoDistricts();
    await closing.close();
    await closing.round();
    const [address = ''] = closing.listed();
    const key = address.replace('s3://data/', '');
    const bytes = state.stored.get(`data/${key}`)?.byteLength;
    const written = await closing.compaction();
    const now = state.clock.now();
    expect(written).toMatchObject({ objects: 1, rows: 4, bytes, compactedAt: now, publishedAt: now });
    const { objects } = JSON.parse(String(state.stored.get(`data/${written?.manifest.key}`)));
    expect(objects).toMatchObject([
      { dataset: 'students', declarationVersion: 2, rows: 4, object: { key, bytes, sha256: expect.any(String) } },
    ]);
    expect(objects[0].sources).toHaveLength(2);
    const trail = await state.ask('admin', 'GET', `/v1/certification-events/${event}/audit`, { query: 'limit=200' });
    const commands: string[] = trail.body.items.map(({ command }: { command: string }) => command);
    expect(commands.filter((command) => command.endsWith('Compaction')).toSorted()).toEqual([
      'finishCompaction',
      'recordCompaction',
    ]);
    const keys = [...state.stored.keys()];
    expect(await closing.round()).toEqual(nothing);
    expect([...state.stored.keys()]).toEqual(keys);
  });

  test('may have a participant without any data, and one without a row', async () => {
    await closing.deliver('255903', 'students');
    await closing.take('ana', '255903');
    await closing.take('gus', '255901');
    const before = await closing.shown();
    await closing.close();
    await closing.round();
    expect(await closing.compaction()).toMatchObject({ objects: 1, rows: 0 });
    expect(await closing.shown()).toEqual(before);
  });

  test('may have nothing at all, and then has nothing written for it but that', async () => {
    await closing.close();
    expect(await closing.round()).toMatchObject({ compacted: 1 });
    expect(await closing.compaction()).toMatchObject({ objects: 0, rows: 0, publishedAt: closing.state.clock.now() });
    expect([...closing.state.stored.keys()].filter((key) => key.includes('objects.txt'))).toEqual([]);
  });

  test('may have schools, whose rows are objects of their own', async () => {
    const { state, id, ports, shown } = closing;
    await closing.twoDistricts();
    await closing.close();
    const school = organizationId('255901001');
    const ofASchool = (snapshot: Snapshot): Snapshot => {
      if (snapshot.status !== 'COMPLETED' || snapshot.organizationId !== '255901') return snapshot;
      const pinned = snapshot.pinned.map((one) => {
        const key = `snapshots/${id}/${school}/${snapshot.id}/${one.dataset}.parquet`;
        state.stored.set(`data/${key}`, state.stored.get(`data/${one.object.key}`) ?? Buffer.from(''));
        return { ...one, object: { ...one.object, key } };
      });
      return { ...snapshot, organizationId: school, pinned };
    };
    const snapshotsOfCertificationEvent: typeof ports.store.snapshotsOfCertificationEvent = async (...given) => {
      const page = await ports.store.snapshotsOfCertificationEvent(...given);
      return { ...page, items: page.items.map((read) => ({ ...read, state: ofASchool(read.state) })) };
    };
    const ofSchools = { ...ports, store: { ...ports.store, snapshotsOfCertificationEvent } };
    await publishDatamart(ofSchools, id);
    const before = await shown();
    expect(before[0]).toContainEqual(['255901001', '9', '4']);
    expect(await compactDatamarts(ofSchools)).toMatchObject({ compacted: 1 });
    expect(await shown()).toEqual(before);
  });
});

describe('Compaction', () => {
  test('leaves alone what is not closed', async () => {
    await closing.twoDistricts();
    const before = closing.listed();
    expect(await closing.round()).toEqual(nothing);
    expect(closing.listed()).toEqual(before);
  });

  test('goes on in the next round when its time is over, and does not write again what is there', async () => {
    await closing.twoDistricts();
    const staff = { name: 'staff', title: 'Staff', key: ['staffId'], schoolColumn: null, schoolThrough: null };
    const columns = [{ name: 'staffId', type: 'string', required: true }];
    await closing.state.ask('admin', 'POST', '/v1/datasets', { body: { ...staff, columns } });
    await closing.deliver('255903', 'staff', { staffId: '1' });
    await closing.retake('ana', '255903');
    await closing.close();
    let written = 0;
    const compactor: CompactionPorts['compactor'] = {
      compact: async (job) => {
        written += 1;
        closing.state.clock.advance(601);
        return closing.ports.compactor.compact(job);
      },
    };
    expect(await closing.round({ compactor })).toEqual({ ...nothing, unfinished: 1 });
    expect(await closing.compaction()).toBeNull();
    expect(await closing.round({ compactor })).toEqual({ ...nothing, compacted: 1 });
    expect([written, (await closing.compaction())?.objects]).toEqual([2, 2]);
  });

  test('whose engine fails, or gives other rows than were pinned, is a fault that names it, and changes nothing', async () => {
    await closing.twoDistricts();
    await closing.close();
    const before = closing.listed();
    const short: CompactionPorts['compactor'] = {
      compact: async (job) => ({ rows: (await closing.ports.compactor.compact(job)).rows - 1 }),
    };
    await expect(closing.round({ compactor: short })).rejects.toThrow(`the datamart of ${closing.event} (Error)`);
    expect([await closing.compaction(), closing.listed()]).toEqual([null, before]);
  });
});
