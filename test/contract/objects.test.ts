import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { disposition } from '../../shared/adapters/s3/presign.ts';
import { createObjectStore } from '../../shared/adapters/s3/object-store.ts';
import type { ObjectStore } from '../../shared/application/ports/world.ts';
import { moment } from '../builders/time.ts';
import { inMemoryObjects } from '../fakes/in-memory-objects.ts';
import { settableClock } from '../fakes/settable-clock.ts';
import { type OpenedServices, openObjectsAndQueues } from './engine/open-objects-and-queues.ts';

const clock = settableClock(moment('2026-05-05'));
const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');

let services: OpenedServices;
let folder: string;
const stores: Record<string, () => ObjectStore> = {
  'in memory': () => inMemoryObjects(clock),
  'on S3': () =>
    createObjectStore({
      client: services.s3,
      buckets: { data: 'data', reports: 'reports', uploads: 'uploads' },
      clock,
      pause: async () => {},
    }),
};

beforeAll(async () => {
  services = await openObjectsAndQueues(5100);
  folder = await mkdtemp(join(tmpdir(), 'objects-'));
});

afterAll(async () => {
  await services.engine.stop();
  await rm(folder, { recursive: true });
});

const fileOf = async (name: string, bytes: number) => {
  const content = Buffer.alloc(bytes, name);
  await writeFile(join(folder, name), content);
  return { path: join(folder, name), content };
};

describe.each(Object.entries(stores))('an object %s', (place, open) => {
  const prefix = place.replace(' ', '-');

  it.each([
    ['small', 40],
    ['large enough for several parts', 20 * 1024 * 1024],
  ])('that is %s is read back as it was written', async (name, bytes) => {
    const store = open();
    const { path, content } = await fileOf(`${prefix}-${bytes}`, bytes);
    const stored = await store.putFile('data', `lanes/${name}`, path, 'application/vnd.apache.parquet');
    expect(stored).toEqual({ key: `lanes/${name}`, bytes, sha256: sha256(content) });
    const copy = join(folder, `${prefix}-${bytes}-copy`);
    await store.download('data', stored, copy);
    expect(sha256(await readFile(copy))).toBe(sha256(content));
    expect(await store.fingerprint('data', stored.key)).toEqual({ bytes, sha256: sha256(content) });
  });

  it('written again with the same content counts as written', async () => {
    const store = open();
    const first = await store.putText('reports', 'same.json', '{"ä":1}', 'application/json');
    expect(await store.putText('reports', 'same.json', '{"ä":1}', 'application/json')).toEqual(first);
    expect(await store.readText('reports', 'same.json')).toBe('{"ä":1}');
    expect(first).toEqual({ key: 'same.json', bytes: 8, sha256: sha256('{"ä":1}') });
  });

  it('is never replaced by another content', async () => {
    const store = open();
    await store.putText('reports', 'once.json', 'first', 'text/plain');
    await expect(store.putText('reports', 'once.json', 'second', 'text/plain')).rejects.toThrow('other content');
    expect(await store.readText('reports', 'once.json')).toBe('first');
  });

  it('that says what holds now gives way to the next, and has an address for others', async () => {
    const store = open();
    for (const text of ['first', 'second', 'second'])
      await store.replaceText('data', `${prefix}/list.txt`, text, 'text/plain');
    expect(await store.readText('data', `${prefix}/list.txt`)).toBe('second');
    expect(store.addressOf('data', 'lanes/a')).toBe('s3://data/lanes/a');
  });

  it('that is not what its record says is a fault, and leaves no file', async () => {
    const store = open();
    const stored = await store.putText('data', 'changed.json', 'content', 'text/plain');
    const copy = join(folder, `${prefix}-changed`);
    await expect(store.download('data', { ...stored, sha256: sha256('other') }, copy)).rejects.toThrow('changed.json');
    expect(existsSync(copy)).toBe(false);
  });

  it('in several parts is put together, unless one is missing or the whole is another', async () => {
    const store = open();
    const copy = join(folder, `${prefix}-assembled`);
    const [one, two] = [`${prefix}/p/1`, `${prefix}/p/2`];
    const whole = { bytes: 10, sha256: sha256('firstthird') };
    await store.putText('uploads', one, 'first', 'text/plain');
    expect(await store.assemble('uploads', [one, two], whole, copy)).toBe(false);
    await store.putText('uploads', two, 'third', 'text/plain');
    expect(await store.assemble('uploads', [two, one], whole, copy)).toBe(false);
    expect(existsSync(copy)).toBe(false);
    expect(await store.assemble('uploads', [one, two], whole, copy)).toBe(true);
    expect(await readFile(copy, 'utf8')).toBe('firstthird');
    expect(await store.sizesBelow('uploads', `${prefix}/p/`)).toEqual(
      new Map([
        [one, 5],
        [two, 5],
      ]),
    );
    expect(await store.sizesBelow('uploads', `${prefix}/none/`)).toEqual(new Map());
  });

  it('that is removed is gone, whoever removes it again; its neighbours stay', async () => {
    const store = open();
    const [gone, kept] = [`${prefix}/r/1`, `${prefix}/r/10`];
    await store.putText('data', gone, 'first', 'text/plain');
    await store.putText('data', kept, 'second', 'text/plain');
    for (const _again of [1, 2]) await store.remove('data', gone);
    expect(await store.fingerprint('data', gone)).toBeUndefined();
    expect(await store.readText('data', kept)).toBe('second');
    await store.putText('data', gone, 'third', 'text/plain');
    expect(await store.readText('data', gone)).toBe('third');
  });

  it('that is absent has no fingerprint, and cannot be read', async () => {
    const store = open();
    expect(await store.fingerprint('uploads', 'nothing')).toBeUndefined();
    await expect(store.readText('data', 'nothing')).rejects.toThrow();
  });

  it('has a link that ends after one to five minutes', async () => {
    const store = open();
    await store.putText('reports', 'linked.html', '<p>', 'text/html');
    const link = await store.presignGet('reports', 'linked.html', 'Report.html', 60);
    expect(link.expiresAt).toBe(moment('2026-05-05T18:01:00Z'));
    for (const seconds of [59, 301])
      await expect(store.presignGet('reports', 'linked.html', 'Report.html', seconds)).rejects.toThrow(RangeError);
    await expect(store.presignPut('uploads', 'new.ndjson', 3600)).rejects.toThrow(RangeError);
  });
});

describe('a link on S3', () => {
  it('gives the object as an attachment that is not kept', async () => {
    const store = createObjectStore({ client: services.s3, buckets: { reports: 'reports' }, clock });
    await store.putText('reports', 'attached.html', '<p>', 'text/html');
    const { url } = await store.presignGet('reports', 'attached.html', 'Bear Creek «1».html', 300);
    expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe('300');
    const answer = await fetch(url);
    expect(await answer.text()).toBe('<p>');
    expect(answer.headers.get('content-disposition')).toBe(disposition('attachment', 'Bear Creek «1».html'));
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  });

  it('opens a page in the browser where that is asked for', async () => {
    const store = createObjectStore({ client: services.s3, buckets: { reports: 'reports' }, clock });
    await store.putText('reports', 'shown.html', '<p>', 'application/octet-stream');
    const { url } = await store.presignGet('reports', 'shown.html', 'Report.html', 60, 'INLINE');
    const answer = await fetch(url);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe(disposition('inline', 'Report.html'));
  });

  it('takes one upload with the headers it names', async () => {
    const store = createObjectStore({ client: services.s3, buckets: { uploads: 'uploads' }, clock });
    const { url, headers } = await store.presignPut('uploads', 'upl_1', 300);
    expect(url).not.toMatch(/checksum/i);
    expect((await fetch(url, { method: 'PUT', body: 'rows', headers })).status).toBe(200);
    expect(await store.fingerprint('uploads', 'upl_1')).toEqual({ bytes: 4, sha256: sha256('rows') });
  });

  it('names a file so that no header can be broken', () => {
    expect(disposition('attachment', 'a"b\r\nc\'é.csv')).toBe(
      'attachment; filename="a_b__c__.csv"; filename*=UTF-8\'\'a%22b%0D%0Ac%27%C3%A9.csv',
    );
  });

  it('into a bucket that the function does not declare is a fault', async () => {
    const store = createObjectStore({ client: services.s3, buckets: {}, clock });
    await expect(store.readText('data', 'x')).rejects.toThrow('declares no use of the data bucket');
  });

  it('to a service that does not answer is a fault, not an absence', async () => {
    const store = createObjectStore({ client: services.s3, buckets: { data: 'no-such-bucket' }, clock });
    await expect(store.fingerprint('data', 'x')).rejects.toThrow();
  });
});
