import { beforeEach, describe, expect, test } from 'vitest';
import { aPostOffice } from '../../../test/fakes/post-office.ts';
import { aSmallState, type SmallState } from '../../../test/fakes/small-state.ts';
import { giveUp } from '../../../functions/worker/dead-letters/give-up.ts';
import { work } from '../../../functions/worker/ingest-upload/work.ts';
import { duckDbIngester } from '../../../functions/worker/ingest-upload/duckdb-ingester.ts';
import { checkSeconds } from '../../domain/dataset/taken-up-again.ts';
import { dropMessage } from '../../contracts/messages/drop.ts';
import { ingestInChild } from '../../engine/ingest/ingest-in-child.ts';
import { ingestUpload } from './ingest.ts';
import { partsOf } from './parts.ts';
import { takeUpDrop } from './take-up-drop.ts';
import { tellWhenRefused } from './tell-of-refused-file.ts';

let state: SmallState;
beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
});

const ports = () => ({
  ...state.ports,
  ingester: duckDbIngester('SMALL', ingestInChild),
  origin: 'https://attest.example',
});
const place = 'drop/district/full/255903/students/students.csv';

/** What S3 says of an object, after its way through its message. */
const arrival = (key: string, sequencer: string, size = 10) => {
  const { Records } = dropMessage.parse({ Records: [{ s3: { object: { key, size, sequencer } } }] });
  const [record] = Records;
  if (record === undefined) throw new Error('a record is lost');
  return record.s3.object;
};

/** Drops a file; S3 tells of it, and what is queued is worked on. */
const drop = async (key: string, content: string, sequencer = '1') => {
  state.stored.set(`uploads/${key}`, Buffer.from(content));
  await takeUpDrop(ports(), arrival(encodeURIComponent(key).replaceAll('%20', '+'), sequencer));
  for (const id of queued()) {
    await ingestUpload(ports(), id);
    await tellWhenRefused(ports(), id);
  }
};

const queued = () =>
  [...state.data.outbox.values()].flatMap(({ row: { message } }) =>
    message.type === 'QUEUE_INGEST' ? [message.uploadId] : [],
  );
const uploads = async () =>
  Promise.all(queued().map(async (id) => (await state.ask('admin', 'GET', `/v1/uploads/${id}`)).body));
const datasets = async () => (await state.ask('admin', 'GET', '/v1/organizations/255903/data')).body.datasets;
const refusals = async (user = 'admin') =>
  (await state.ask(user, 'GET', '/v1/alerts', { query: 'name=refused' })).body.items;

describe('a file that the pipeline drops', () => {
  test('is checked like any other, and moves both lanes of the district', async () => {
    await drop(place, 'studentUniqueId\n1\n2\n');
    expect(await uploads()).toMatchObject([
      { status: 'ACCEPTED', rows: 2, organizationId: '255903', fileName: 'students.csv', delivery: 'FULL' },
    ]);
    expect(await datasets()).toMatchObject([{ dataset: 'students', district: { rows: 2 }, state: { rows: 2 } }]);
    expect(await refusals()).toEqual([]);
  });

  test('for the state’s copy moves that alone; one of changes changes what is there', async () => {
    await drop('drop/state/full/255903/students/night of May.csv', 'studentUniqueId\n1\n2\n');
    await drop('drop/state/delta/255903/students/more.ndjson', '{"studentUniqueId":"3"}\n');
    expect(await datasets()).toMatchObject([{ district: null, state: { rows: 3 }, stateFrom: 'PIPELINE' }]);
  });

  test('is one upload however often it is told of, and the same bytes again are the same version', async () => {
    await drop(place, 'studentUniqueId\n1\n2\n');
    await drop(place, 'studentUniqueId\n1\n2\n');
    expect(await uploads()).toHaveLength(1);
    await drop(place, 'studentUniqueId\n1\n2\n', '2');
    const [first, second] = await uploads();
    expect([second.status, second.version]).toEqual(['ACCEPTED', first.version]);
  });

  test('is whole whatever its size', () => {
    expect(partsOf({ key: place, bytes: 50_000_000 })).toEqual([{ number: 1, key: place, bytes: 50_000_000 }]);
  });

  test('that broke off between its two steps goes on with the second', async () => {
    state.stored.set(`uploads/${place}`, Buffer.from('studentUniqueId\n1\n'));
    let commits = 0;
    const broken: typeof state.ports.unitOfWork = {
      ...state.ports.unitOfWork,
      commit: (unit) => {
        commits += 1;
        if (commits > 1) throw new Error('the worker is gone');
        return state.ports.unitOfWork.commit(unit);
      },
    };
    await expect(takeUpDrop({ ...ports(), unitOfWork: broken }, arrival(place, '1'))).rejects.toThrow('gone');
    expect(queued()).toEqual([]);
    await drop(place, 'studentUniqueId\n1\n');
    expect(await uploads()).toMatchObject([{ status: 'ACCEPTED' }]);
  });

  test('that was taken away again is nothing', async () => {
    await takeUpDrop(ports(), arrival(place, '1'));
    expect([queued(), await refusals()]).toEqual([[], []]);
  });
});

describe('the state is told, once,', () => {
  test('of a dropped file that breaks its declaration, whose rows are handed back as ever', async () => {
    await drop(place, 'studentUniqueId\n1\n1\n');
    await drop(place, 'studentUniqueId\n1\n1\n');
    const [{ id }] = await uploads();
    expect((await state.ask('admin', 'GET', `/v1/uploads/${id}/errors`)).body).toMatchObject({
      items: [{ line: 3, code: 'DUPLICATE_KEY' }],
      file: { rows: 1 },
    });
    expect(await refusals()).toMatchObject([
      { process: 'Batch Report Complete', name: expect.stringContaining(`DUPLICATE_KEY in line 3; see upload ${id}`) },
    ]);
    expect(await refusals('april')).toEqual([]);
    expect(await datasets()).toEqual([]);
  });

  test.each([
    ['drop/district/full/999999/students/a.csv', 'no such district'],
    ['drop/district/full/MT/students/a.csv', 'no such district'],
    ['drop/district/full/255903/unheard/a.csv', 'no such dataset'],
    ['drop/district/full/255903/students/a.xlsx', 'does not end in'],
    ['drop/elsewhere/a.csv', 'lane'],
  ])('of %s, of which nothing becomes an upload', async (key, reason) => {
    await drop(key, 'studentUniqueId\n1\n');
    await drop(key, 'studentUniqueId\n1\n');
    expect(queued()).toEqual([]);
    expect(await refusals()).toMatchObject([{ name: expect.stringContaining(reason), link: '/datasets' }]);
  });

  test('of one whose message died, and of one whose check did', async () => {
    const { s3 } = { s3: { object: arrival(place, '7') } };
    for (const _again of [1, 2]) await giveUp(ports(), { Records: [{ s3 }] });
    expect(await refusals()).toMatchObject([{ name: expect.stringContaining('could not be taken up') }]);
    state.stored.set(`uploads/${place}`, Buffer.from('studentUniqueId\n1\n'));
    await takeUpDrop(ports(), arrival(place, '8'));
    const [id] = queued();
    if (id === undefined) throw new Error('nothing is queued');
    await giveUp(ports(), { version: 1, uploadId: id });
    expect((await refusals()).map(({ name }: { name: string }) => name)).toContainEqual(
      expect.stringContaining('the first NOT_CHECKED'),
    );
  });

  test('of one that killed its worker three times, though nobody was left to say so', async () => {
    state.stored.set(`uploads/${place}`, Buffer.from('studentUniqueId\n1\n'));
    await takeUpDrop(ports(), arrival(place, '9'));
    const office = aPostOffice(state);
    await office.quiet();
    const killed = { ingest: async () => Promise.reject(new Error('the worker is gone')) };
    for (const _worker of [1, 2, 3]) {
      for (const message of office.ingests.splice(0))
        await expect(work({ ...ports(), ingester: killed }, { version: 1, ...message })).rejects.toThrow('gone');
      state.clock.advance(checkSeconds);
      await office.sweep();
    }
    for (const message of office.ingests.splice(0)) await work(ports(), { version: 1, ...message });
    expect(await uploads()).toContainEqual(expect.objectContaining({ status: 'REFUSED' }));
    expect(await refusals()).toMatchObject([{ name: expect.stringContaining('the first NOT_CHECKED') }]);
  });

  test('of one that is too large, without reading it', async () => {
    await takeUpDrop(ports(), arrival(place, '1', 5_000_000_001));
    expect(await refusals()).toMatchObject([{ name: expect.stringContaining('larger than 5 GB') }]);
  });
});

test('the word S3 sends when it is told to tell is nothing', () => {
  expect(dropMessage.parse({ Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'b' })).toEqual({ Records: [] });
});
