import { buildApp } from 'fauxqs';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
// The package exports its server only; a store that outlives it, and one that can be looked into, need its parts.
import { PersistenceManager } from '../../node_modules/fauxqs/dist/persistence.js';
import { FileS3Persistence } from '../../node_modules/fauxqs/dist/s3/fileS3Persistence.js';
import { S3Store } from '../../node_modules/fauxqs/dist/s3/s3Store.js';
import { SnsStore } from '../../node_modules/fauxqs/dist/sns/snsStore.js';
import { SqsStore } from '../../node_modules/fauxqs/dist/sqs/sqsStore.js';
import type { Overhear, Part, Resource } from '../runtime.ts';
import { createBuckets, createQueues } from './queues-and-buckets.ts';
import { guardS3 } from './s3-guard.ts';
import { notifyOfObjects } from './s3-notifications.ts';

export interface FauxqsOptions {
  readonly port: number;
  readonly queues: readonly Resource[];
  readonly buckets: readonly Resource[];
  /** Folder where messages and objects survive a restart; in memory without it. */
  readonly dataDir?: string;
  readonly overhear?: Overhear;
}

export interface Fauxqs extends Part {
  readonly endpoint: string;
  readonly queues: SqsStore;
  readonly objects: S3Store;
}

/** SQS and S3 in this process, on the loopback address only, with the queues and buckets of the template. */
export function createFauxqs(options: FauxqsOptions): Fauxqs {
  const stores = { sqsStore: new SqsStore(), snsStore: new SnsStore(), s3Store: new S3Store() };
  const close = options.dataDir ? persist(stores, options.dataDir) : () => {};
  const app = buildApp({ logger: false, stores });
  guardS3(app, stores.s3Store, options.buckets);
  notifyOfObjects(
    app,
    stores.sqsStore,
    options.buckets,
    (bucket, key) => stores.s3Store.headObject(bucket, key).contentLength,
  );
  let listening = false;
  return {
    name: 'SQS and S3',
    endpoint: `http://127.0.0.1:${options.port}`,
    queues: stores.sqsStore,
    objects: stores.s3Store,
    async start() {
      createQueues(stores.sqsStore, options.queues, options.overhear ?? (() => {}));
      createBuckets(stores.s3Store, options.buckets);
      await app.listen({ port: options.port, host: '127.0.0.1' });
      listening = true;
    },
    async stop() {
      if (!listening) return;
      listening = false;
      await app.close();
      close();
    },
  };
}

/** Loads before it wires: a wired store would write back what it is reading. Returns how to close the files. */
function persist(stores: { sqsStore: SqsStore; snsStore: SnsStore; s3Store: S3Store }, dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true });
  const messages = new PersistenceManager(dataDir);
  const objects = new FileS3Persistence(join(dataDir, 'objects'));
  messages.loadSqsAndSns(stores.sqsStore, stores.snsStore);
  objects.loadS3(stores.s3Store);
  stores.sqsStore.persistence = messages;
  for (const queue of stores.sqsStore.allQueues()) queue.persistence = messages;
  stores.s3Store.persistence = objects;
  return () => {
    messages.close();
    objects.close();
  };
}
