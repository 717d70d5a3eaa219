import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { S3Store } from '../../node_modules/fauxqs/dist/s3/s3Store.js';

const objectSchema = z.looseObject({
  bucket: z.string(),
  key: z.string(),
  contentType: z.string(),
  contentLength: z.number(),
  etag: z.string(),
  lastModified: z.iso.datetime().transform((text) => new Date(text)),
  metadata: z.record(z.string(), z.string()),
});

const indexFile = 'index.json';

/** Writes every object of every bucket: bodies as numbered files, what S3 knows about them into one index. */
export function dumpObjects(store: S3Store, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const objects = store
    .listBuckets()
    .flatMap(({ name: bucket }) =>
      store.listObjects(bucket, { maxKeys: Number.MAX_SAFE_INTEGER }).objects.map(({ key }) => ({ bucket, key })),
    );
  const index = objects.map(({ bucket, key }, number) => {
    const { body, ...known } = store.getObject(bucket, key);
    writeFileSync(join(folder, String(number)), body);
    return { bucket, ...known };
  });
  writeFileSync(join(folder, indexFile), JSON.stringify(index));
}

/** Puts the objects back as they were, with their ETags and dates. The buckets must exist. */
export function restoreObjects(store: S3Store, folder: string): void {
  const index = z.array(objectSchema).parse(JSON.parse(readFileSync(join(folder, indexFile), 'utf8')));
  for (const [number, { bucket, ...known }] of index.entries()) {
    const body = readFileSync(join(folder, String(number)));
    store.persistence?.upsertObject(bucket, { ...known, body });
    // A store that persists reads bodies from its files.
    store.restoreObject(bucket, { ...known, body: store.persistence ? Buffer.alloc(0) : body });
  }
}
