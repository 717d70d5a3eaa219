import { appendFile, copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SQSEvent } from 'aws-lambda';
import { digest } from '../../../shared/adapters/s3/digest.ts';
import type { CheckedFile, FileToCheck } from '../../../shared/application/ports/ingester.ts';
import { ingestWork } from '../../../shared/contracts/messages/ingest.ts';
import type { UploadId } from '../../../shared/kernel/ids.ts';
import { type Actor, actorNow } from '../world/actors.ts';
import type { World } from '../world/world.ts';

/* The worker that checks deliveries, as it might have been written. */

type Worker = World['functions']['workers']['ingest'];
type Work = (...given: Parameters<Worker>) => ReturnType<Worker>;

const replaceWorker = ({ functions: { workers } }: World, change: (work: Work) => Work): void => {
  const { ingest } = workers;
  workers.ingest = Object.assign(change(ingest), ingest);
};

type Ingest = (file: FileToCheck) => Promise<CheckedFile>;

const replaceIngester = ({ ports }: World, change: (ingest: Ingest) => Ingest): void => {
  const { ingester } = ports;
  ports.ingester = { ingest: change((file) => ingester.ingest(file)) };
};

const fingerprintOf = (content: Buffer) =>
  digest(
    (async function* () {
      yield content;
    })(),
  );

/** It says where the rows are, and puts them there when it has said so. */
export const storeRowsAfterwards = (world: World): void => {
  const { ports } = world;
  const { objects } = ports;
  const later = new Map<Actor | undefined, () => void>();
  ports.objects = {
    ...objects,
    putFile: async (bucket, key, path, type) => {
      if (!key.startsWith('lanes/')) return objects.putFile(bucket, key, path, type);
      const content = await readFile(path);
      later.set(actorNow(), () => world.objects.arrive(`${bucket}/${key}`, content));
      return { key, ...(await fingerprintOf(content)) };
    },
  };
  replaceWorker(world, (work) => async (...given) => {
    const answer = await work(...given);
    const me = actorNow();
    if (me?.alive === true) later.get(me)?.();
    return answer;
  });
};

const renumbered = (body: string, sequencer: string): string => {
  const { Records, ...message } = JSON.parse(body);
  return JSON.stringify({
    ...message,
    ...(Records && { Records: [{ s3: { object: { ...Records[0].s3.object, sequencer } } }] }),
  });
};

/** What tells one arrival of a file from another is made of the notice, not of what it tells of. */
export const takeUpEveryNotice = (world: World): void => {
  let notices = 0;
  replaceWorker(world, (work) => async ({ Records }: SQSEvent, surroundings) => {
    notices += 1;
    const changed = Records.map((record) => ({ ...record, body: renumbered(record.body, `notice ${notices}`) }));
    return work({ Records: changed }, surroundings);
  });
};

const acceptOnceMore = async ({ ports }: World, id: UploadId): Promise<void> => {
  const before = await ports.store.load('upload', id);
  if (before?.state.status !== 'ACCEPTED') return;
  await ports.unitOfWork.commit({
    actor: { kind: 'SYSTEM', name: 'ingest-worker' },
    now: ports.clock.now(),
    requestId: id,
    transitions: [{ entity: 'upload', key: id, before, after: before.state, command: 'acceptUpload' }],
  });
};

/** Whoever is told of a file accepts it, whether it was accepted before or not. */
export const acceptAgain = (world: World): void => {
  replaceWorker(world, (work) => async (...given) => {
    const [{ Records }] = given;
    for (const { body } of Records) {
      const message = ingestWork.parse(JSON.parse(body));
      if ('uploadId' in message) await acceptOnceMore(world, message.uploadId);
    }
    return work(...given);
  });
};

/** What is wrong with a file is nobody's concern. */
export const takeInEverything = (world: World): void => {
  replaceIngester(world, (ingest) => async (file) => {
    const checked = await ingest(file);
    if (checked.accepted) return checked;
    await copyFile(file.source, file.target);
    const { sha256 } = await fingerprintOf(await readFile(file.target));
    return { accepted: true, rows: 1, rowsBySchool: {}, sha256 };
  });
};

/** The engine writes something of its own into each file. */
export const writeOtherwise = (world: World): void => {
  let files = 0;
  replaceIngester(world, (ingest) => async (file) => {
    const checked = await ingest(file);
    if (!checked.accepted) return checked;
    files += 1;
    await appendFile(file.target, `file ${files}`);
    const { sha256 } = await fingerprintOf(await readFile(file.target));
    return { ...checked, sha256 };
  });
};

/** Changes are made to the version that came first, not to the one in place. */
export const changeTheFirst = (world: World): void => {
  let first: Buffer | undefined;
  replaceIngester(world, (ingest) => async (file) => {
    if (file.base === undefined) return ingest(file);
    first ??= await readFile(file.base);
    const base = join(file.workFolder, 'first.parquet');
    await writeFile(base, first);
    return ingest({ ...file, base });
  });
};
