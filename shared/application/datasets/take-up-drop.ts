import { createHash } from 'node:crypto';
import { decideCreateUpload } from '../../domain/dataset/decide-upload.ts';
import { type DroppedFile, type DropProblem, readDropKey } from '../../domain/dataset/dropped-file.ts';
import type { Upload } from '../../domain/dataset/state.ts';
import { type UploadId, uploadId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import { mustCommit } from '../flows/must-commit.ts';
import { handleCommand, type Plan } from '../handle-command.ts';
import type { TellPorts } from '../notifications/tell-people.ts';
import type { PortsWithObjects } from '../ports/ports.ts';
import type { Store } from '../ports/store.ts';
import { systemCaller } from '../system-caller.ts';
import { isGzip, mostBytes } from './delivered-file.ts';
import { queueCheck } from './queue-check.ts';
import { tellOfRefusedFile } from './tell-of-refused-file.ts';
import { uploadTransition } from './transitions.ts';

export type DropPorts = PortsWithObjects & TellPorts;

/** An object that has arrived; its sequencer tells it from an earlier one of the same key. */
export interface DroppedObject {
  readonly key: string;
  readonly size: number;
  readonly sequencer: string;
}

type Found = NonNullable<Awaited<ReturnType<DropPorts['objects']['fingerprint']>>>;

// Made of what arrived: told of it twice, there is one upload.
const idOf = ({ key, sequencer }: DroppedObject): UploadId =>
  uploadId(`upl_${createHash('sha256').update(`${key}\n${sequencer}`).digest('hex').slice(0, 32)}`);

const acceptable = async (store: Store, { key, size }: DroppedObject): Promise<Result<DroppedFile, DropProblem>> => {
  const file = readDropKey(key);
  if (!file.ok) return file;
  const [organization, dataset] = await Promise.all([
    store.load('organization', file.value.organizationId),
    store.load('dataset', file.value.dataset),
  ]);
  if (organization?.state.type !== 'DISTRICT') return refuse('DROP_DISTRICT');
  if (dataset === undefined || dataset.state.retired === true) return refuse('DROP_DATASET');
  return size > mostBytes ? refuse('DROP_TOO_LARGE') : file;
};

const announced = (caller: Caller, dropped: DroppedObject, file: DroppedFile, found: Found): Upload => {
  const upload = { ...file, ...found, id: idOf(dropped), gzip: isGzip(file.fileName), key: dropped.key };
  const created = decideCreateUpload({ type: 'createUpload', datasetKnown: true, upload }, caller);
  const [happening] = created.ok ? created.value : [];
  if (happening === undefined) throw new Error(`${dropped.key} cannot be announced`);
  return happening.upload;
};

/** What its sender would have said in two requests. Broken off between them, the next attempt says the second. */
const planNext = async (store: Store, caller: Caller, upload: Upload): Promise<Plan<'MORE' | 'DONE'>> => {
  const { id: key, bytes, sha256 } = upload;
  const before = await store.load('upload', key);
  if (before === undefined)
    return {
      transitions: [{ entity: 'upload', key, before: null, after: upload, command: 'createUpload' }],
      answer: 'MORE',
    };
  const received = await uploadTransition(store, caller, key, { type: 'completeUpload', found: { bytes, sha256 } });
  if (received.length === 0) return { transitions: [], answer: 'DONE' };
  return {
    transitions: received,
    outbox: [await queueCheck(store, upload)],
    answer: 'DONE',
  };
};

const take = async (ports: DropPorts, caller: Caller, upload: Upload): Promise<'MORE' | 'DONE'> =>
  mustCommit(
    await handleCommand<'MORE' | 'DONE'>(ports, {
      caller,
      repeat: null,
      operation: 'takeUpDrop',
      target: upload.id,
      attempt: async () => ok(await planNext(ports.store, caller, upload)),
    }),
  );

/**
 * Takes up a file that the state's pipeline has dropped: from here on it is an upload like any other, received already.
 * One whose place says nothing of use becomes none; the state's people are told why. One that is gone again is nothing.
 */
export const takeUpDrop = async (ports: DropPorts, dropped: DroppedObject): Promise<void> => {
  const caller = await systemCaller(ports, 'state-pipeline', idOf(dropped));
  const file = await acceptable(ports.store, dropped);
  if (!file.ok) {
    const { key, sequencer } = dropped;
    return tellOfRefusedFile(ports, caller, {
      name: key,
      facts: { problem: file.failure },
      about: `${key} ${sequencer}`,
    });
  }
  const found = await ports.objects.fingerprint('uploads', dropped.key);
  if (found === undefined) return;
  const upload = announced(caller, dropped, file.value, found);
  if ((await take(ports, caller, upload)) === 'MORE') await take(ports, caller, upload);
};
