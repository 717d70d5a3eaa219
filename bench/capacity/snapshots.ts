import { runSnapshotTask } from '../../shared/application/flows/snapshot/tasks.ts';
import type { ObjectStore } from '../../shared/application/ports/world.ts';
import { workFolders } from '../../shared/adapters/system/work-folders.ts';
import { certificationEventId, organizationId } from '../../shared/kernel/ids.ts';
import { inMemoryObjects } from '../../test/fakes/in-memory-objects.ts';
import { listAt, textAt } from '../../test/story/read.ts';
import type { Figure } from '../figure.ts';
import { type Account, accountOf } from './account.ts';
import type { MeteredTable } from './engine.ts';
import { beginPublishing, carryOutPublishing } from './publication.ts';
import type { State } from './state.ts';

/** Two chunks of the flow's. */
const participants = 100;

/** Objects that keep account of what is asked of them. */
const countedObjects = (objects: ObjectStore, puts: string[]): ObjectStore => ({
  ...objects,
  putText: (bucket, key, text, type) => {
    puts.push(key);
    return objects.putText(bucket, key, text, type);
  },
  putFile: () => {
    throw new Error('a snapshot copied a file');
  },
});

/** What the snapshot flow asks of the table and of the objects for each participant. */
export const snapshotFigures = async (table: MeteredTable, state: State): Promise<readonly Figure[]> => {
  const { ports } = table;
  const eventId = certificationEventId(await beginPublishing(ports, state, { snapshotMethod: 'FULL' }));
  await carryOutPublishing(ports, eventId);
  const everybody = await ports.store.participants(eventId);
  const chosen = everybody.slice(0, participants).map((read) => organizationId(read.state.organizationId));
  const puts: string[] = [];
  const withObjects = {
    ...ports,
    objects: countedObjects(inMemoryObjects(ports.clock), puts),
    folders: workFolders(),
    schoolRows: { extract: () => Promise.reject(new Error('a district has no school')) },
  };
  const common = {
    version: 1,
    certificationEventId: eventId,
    execution: 'bench',
    trigger: 'FULL',
    snapshotId: null,
  } as const;
  const account: Account = await accountOf(table, async () => {
    const plan = await runSnapshotTask(withObjects, { task: 'plan', ...common, organizationIds: chosen });
    for (const chunk of listAt({ ...plan }, 'chunks'))
      await runSnapshotTask(withObjects, {
        task: 'take',
        ...common,
        key: textAt(chunk, 'key'),
        chunk: Number(chunk['chunk']),
      });
  });
  const rows = puts.filter((key) => !key.endsWith('.json')).length;
  const { requests, transactions } = account;
  const besides = requests - transactions + puts.length;
  const each = (value: number): number => value / participants;
  return [
    {
      name: 'snapshot, per participant: requests besides transactions',
      value: each(besides),
      unit: 'requests',
      aim: { id: 'Z1', atMost: 3 },
    },
    { name: 'snapshot, per participant: transactions', value: each(transactions), unit: 'requests' },
    { name: 'snapshot, per participant: read', value: each(account.readUnits), unit: 'RCU' },
    { name: 'snapshot, per participant: written', value: each(account.writeUnits), unit: 'WCU' },
    { name: 'snapshot: objects that hold rows', value: rows, unit: 'rows', aim: { id: 'Z1', atMost: 0 } },
    {
      name: 'snapshot, per participant: requests to the table',
      value: each(account.requests),
      unit: 'requests',
      aim: { id: 'F1', atMost: 4 },
    },
  ];
};
