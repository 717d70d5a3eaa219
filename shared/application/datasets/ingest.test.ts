import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { aPostOffice } from '../../../test/fakes/post-office.ts';
import { aSmallState, type SmallState } from '../../../test/fakes/small-state.ts';
import { duckDbIngester } from '../../../functions/worker/ingest-upload/duckdb-ingester.ts';
import { ingestInChild } from '../../engine/ingest/ingest-in-child.ts';
import { type UploadId, uploadId } from '../../kernel/ids.ts';
import type { IngestPorts } from './check-file.ts';
import { ingestUpload } from './ingest.ts';

let state: SmallState;
let ports: IngestPorts;
beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
  ports = { ...state.ports, ingester: duckDbIngester('SMALL', ingestInChild) };
});

/** Announces, puts and completes a file; its check is still to come. */
const arrived = async (content: string, changes: object = {}) => {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const file = { organizationId: '255903', dataset: 'students', fileName: 'students.csv', format: 'CSV' };
  const body = { ...file, bytes: content.length, sha256, ...changes };
  const made = await state.ask('admin', 'POST', '/v1/uploads', { body });
  state.deliver(made.body.url, content);
  await state.ask('admin', 'POST', `/v1/uploads/${made.body.id}/complete`);
  return uploadId(made.body.id);
};

const read = async (id: string) => (await state.ask('admin', 'GET', `/v1/uploads/${id}`)).body;

const deliver = async (content: string, changes: object = {}) => {
  const id = await arrived(content, changes);
  await ingestUpload(ports, id);
  return read(id);
};

const lane = async (name: 'district' | 'state') => {
  const { body } = await state.ask('admin', 'GET', '/v1/organizations/255903/data');
  return body.datasets[0]?.[name];
};

const whole = 'studentUniqueId\n1\n2\n';

describe('a delivery', () => {
  test('becomes a version; the same rows again, whatever the file, are the same version', async () => {
    const first = await deliver(whole);
    expect(first).toMatchObject({ status: 'ACCEPTED', rows: 2 });
    const again = await deliver('{"studentUniqueId":"2"}\n{"studentUniqueId":"1"}', { format: 'NDJSON' });
    expect(again.version).toBe(first.version);
    expect((await lane('district')).version).toBe(first.version);
  });

  test('that is refused says why with advice, gives its rows back, and leaves the lanes alone', async () => {
    const kept = await deliver(whole);
    const refused = await deliver('studentUniqueId\n1\n1\n');
    expect(refused).toMatchObject({ status: 'REFUSED', version: null, problemCount: 1, refusedRows: 1 });
    const errors = (await state.ask('admin', 'GET', `/v1/uploads/${refused.id}/errors`)).body;
    expect(errors).toMatchObject({
      items: [{ line: 3, code: 'DUPLICATE_KEY', advice: 'Keep one row for each key.' }],
      file: { fileName: 'refused-students.csv', rows: 1 },
    });
    const file = state.stored.get(errors.file.url.replace('memory://', '').replace(/\?.*/, ''));
    expect(String(file)).toContain('1,FATAL,DUPLICATE_KEY,');
    expect((await lane('district')).version).toBe(kept.version);
  });

  test('whose file was exchanged after it was announced never becomes a version', async () => {
    const id = await arrived(whole);
    state.deliver(`memory://uploads/uploads/255903/${id}`, 'studentUniqueId\n9\n9\n');
    await ingestUpload(ports, id);
    expect(await read(id)).toMatchObject({ status: 'REFUSED', problems: [{ line: 0, code: 'FILE_CHANGED' }] });
  });

  test('checked twice, because its message came twice, ends once', async () => {
    const id = await arrived(whole);
    await ingestUpload(ports, id);
    const before = state.data.outbox.size;
    await ingestUpload(ports, id);
    expect(state.data.outbox.size).toBe(before);
    expect(await read(id)).toMatchObject({ status: 'ACCEPTED', rows: 2 });
  });

  test('killed in the middle of its check, ends complete when its message comes again', async () => {
    const id = await arrived(whole);
    const killed = { ...ports, objects: { ...ports.objects, putFile: () => Promise.reject(new Error('killed')) } };
    await expect(ingestUpload(killed, id)).rejects.toThrow('killed');
    expect(await read(id)).toMatchObject({ status: 'CHECKING' });
    await ingestUpload(ports, id);
    expect(await read(id)).toMatchObject({ status: 'ACCEPTED', rows: 2 });
  });
});

describe('a delivery whose worker was lost', () => {
  const aMinute = 60;

  /** A worker that stands still in the middle, and goes on when it is let go. */
  const aSlowWorker = async (id: UploadId) => {
    const [begun, letGo] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    const ingest: IngestPorts['ingester']['ingest'] = async (file) => {
      begun.resolve(undefined);
      await letGo.promise;
      return ports.ingester.ingest(file);
    };
    const done = ingestUpload({ ...ports, ingester: { ingest } }, id);
    await begun.promise;
    return {
      goesOn: async () => {
        letGo.resolve(undefined);
        await done;
      },
    };
  };

  /** The sweeper's round, after which the ingest worker empties its queue. */
  const swept = async (): Promise<number> => {
    const office = aPostOffice(state);
    await office.sweep();
    const sent = office.ingests.splice(0);
    for (const { uploadId: id } of sent) await ingestUpload(ports, id);
    return sent.length;
  };

  test('is put back by the sweeper, and ends once, complete', async () => {
    const id = await arrived(whole);
    await aPostOffice(state).quiet();
    await aSlowWorker(id);
    expect(await swept()).toBe(0);
    expect(await read(id)).toMatchObject({ status: 'CHECKING' });
    state.clock.advance(5 * aMinute);
    expect(await swept()).toBe(1);
    expect(await read(id)).toMatchObject({ status: 'ACCEPTED', rows: 2 });
    state.clock.advance(60 * aMinute);
    expect(await swept()).toBe(0);
  });

  test('is not moved back by it, when it comes late and another file has been delivered since', async () => {
    const id = await arrived(whole);
    const late = await aSlowWorker(id);
    state.clock.advance(5 * aMinute);
    await swept();
    const newer = await deliver('studentUniqueId\n1\n2\n3\n');
    const [entries, rows] = [state.data.audit.length, await lane('district')];
    await late.goesOn();
    expect(rows.version).toBe(newer.version);
    expect(await lane('district')).toEqual(rows);
    expect(state.data.audit).toHaveLength(entries);
  });

  test('of changes makes them once, though its late worker finds another base', async () => {
    await deliver(whole);
    const id = await arrived('studentUniqueId,_operation\n2,DELETE\n', { delivery: 'DELTA' });
    const late = await aSlowWorker(id);
    state.clock.advance(5 * aMinute);
    await swept();
    await deliver('studentUniqueId\n2\n5\n');
    await late.goesOn();
    expect(await lane('district')).toMatchObject({ rows: 2 });
    expect(await read(id)).toMatchObject({ status: 'ACCEPTED', rows: 1 });
  });

  test('three times is refused with advice, so that nobody waits for it', async () => {
    const id = await arrived(whole);
    for (const _worker of [1, 2, 3]) {
      await aSlowWorker(id);
      state.clock.advance(5 * aMinute);
      await aPostOffice(state).sweep();
    }
    expect(await read(id)).toMatchObject({ status: 'REFUSED', problems: [{ line: 0, code: 'NOT_CHECKED' }] });
    expect(await lane('district')).toBeUndefined();
  });

  test('before it began is sent again once its message has waited too long', async () => {
    const id = await arrived(whole);
    await aPostOffice(state).quiet();
    state.clock.advance(15 * aMinute);
    expect(await swept()).toBe(1);
    expect(await read(id)).toMatchObject({ status: 'ACCEPTED' });
  });
});

describe('changes', () => {
  const changes = 'studentUniqueId,_operation\n2,DELETE\n3,\n4,UPSERT\n';

  test('make a new whole version of the last one', async () => {
    await deliver(whole);
    const delta = await deliver(changes, { delivery: 'DELTA' });
    expect(delta).toMatchObject({ status: 'ACCEPTED', rows: 3 });
    expect((await deliver('studentUniqueId\n1\n3\n4\n')).version).toBe(delta.version);
  });

  test('are as much work as what they change', async () => {
    await deliver(whole);
    await arrived(changes, { delivery: 'DELTA' });
    const sizes = [...state.data.outbox.values()].flatMap(({ row: { message } }) =>
      message.type === 'QUEUE_INGEST' ? [message.size] : [],
    );
    const base = [...state.stored].find(([key]) => key.includes('/lanes/'))?.[1].byteLength ?? 0;
    expect(sizes).toEqual([whole.length, changes.length + 8 * base]);
  });

  test('need something to change', async () => {
    expect(await deliver(changes, { delivery: 'DELTA' })).toMatchObject({
      status: 'REFUSED',
      problems: [{ line: 0, code: 'NO_BASE' }],
    });
  });

  test('made while another delivery comes in are made to that one', async () => {
    await deliver(whole);
    const id = await arrived(changes, { delivery: 'DELTA' });
    let others = 0;
    const overtaken: IngestPorts = {
      ...ports,
      ingester: {
        ingest: async (file) => {
          const outcome = await ports.ingester.ingest(file);
          if (others++ === 0) await deliver('studentUniqueId\n2\n7\n');
          return outcome;
        },
      },
    };
    await ingestUpload(overtaken, id);
    const expected = await deliver('studentUniqueId\n3\n4\n7\n');
    expect((await read(id)).version).toBe(expected.version);
  });

  test('do not undo a delivery that comes in while they are recorded', async () => {
    await deliver(whole);
    const id = await arrived('studentUniqueId,_operation\n2,DELETE\n', { delivery: 'DELTA' });
    let isChecked = false;
    const ingest: IngestPorts['ingester']['ingest'] = async (file) => {
      const outcome = await ports.ingester.ingest(file);
      isChecked = true;
      return outcome;
    };
    const load: IngestPorts['store']['load'] = async (entity, key) => {
      if (isChecked && entity === 'upload') {
        isChecked = false;
        await deliver('studentUniqueId\n1\n2\n7\n');
      }
      return ports.store.load(entity, key);
    };
    await ingestUpload({ ...ports, ingester: { ingest }, store: { ...ports.store, load } }, id);
    const expected = await deliver('studentUniqueId\n1\n7\n');
    expect((await read(id)).version).toBe(expected.version);
  });

  test('to the state copy leave the district copy alone', async () => {
    const kept = await deliver(whole);
    await deliver(changes, { delivery: 'DELTA', lane: 'STATE' });
    expect([(await lane('district')).version, (await lane('state')).rows]).toEqual([kept.version, 3]);
  });
});
