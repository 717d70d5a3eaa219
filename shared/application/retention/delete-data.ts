import { forgottenMessage } from '../../domain/messaging/forget-message.ts';
import type { Message } from '../../domain/messaging/message.ts';
import type { Snapshot } from '../../domain/snapshot/state.ts';
import { chunksOf } from '../../kernel/chunks-of.ts';
import type { CertificationEventId } from '../../kernel/ids.ts';
import { ok } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import type { Versioned } from '../entities.ts';
import { mustCommit } from '../flows/must-commit.ts';
import { handleCommand } from '../handle-command.ts';
import type { PortsWithObjects } from '../ports/ports.ts';
import type { Insert } from '../ports/unit-of-work.ts';
import { allSnapshots } from '../queries/snapshot-schedules.ts';
import { dataOfEvent, reportsOfRun, reportsOfSnapshot } from './places.ts';

const participantsAtOnce = 8;
const placesAtOnce = 4;
const objectsAtOnce = 4;
/** As many rows as a transaction takes, and some room. */
const pinsAtOnce = 50;

const summed = async <Item>(
  items: readonly Item[],
  size: number,
  countOf: (item: Item) => Promise<number>,
): Promise<number> => {
  let sum = 0;
  for (const group of chunksOf(items, size))
    for (const count of await Promise.all(group.map((item) => countOf(item)))) sum += count;
  return sum;
};

// Twice, since the bucket must stand in the code that uses it: by that the function's rights are checked.
const deleteRows = ({ objects }: PortsWithObjects, prefixes: readonly string[]): Promise<number> =>
  summed(prefixes, placesAtOnce, async (prefix) => {
    const keys = [...(await objects.sizesBelow('data', prefix)).keys()];
    return summed(keys, objectsAtOnce, async (key) => {
      await objects.remove('data', key);
      return 1;
    });
  });

const deleteReports = ({ objects }: PortsWithObjects, prefixes: readonly string[]): Promise<number> =>
  summed(prefixes, placesAtOnce, async (prefix) => {
    const keys = [...(await objects.sizesBelow('reports', prefix)).keys()];
    return summed(keys, objectsAtOnce, async (key) => {
      await objects.remove('reports', key);
      return 1;
    });
  });

const deleteRuns = async (ports: PortsWithObjects, certificationEventId: CertificationEventId): Promise<number> =>
  summed(await ports.store.participants(certificationEventId), participantsAtOnce, async ({ state }) => {
    const runs = await ports.store.runsOf({ certificationEventId, organizationId: state.organizationId });
    return deleteReports(
      ports,
      runs.map((run) => reportsOfRun(run.state.id)),
    );
  });

const forget = async (
  ports: PortsWithObjects,
  caller: Caller,
  { state: { id } }: Versioned<Message>,
): Promise<number> => {
  const outcome = await handleCommand(ports, {
    caller,
    repeat: null,
    operation: 'forgetMessage',
    target: id,
    attempt: async () => {
      const before = await ports.store.load('message', id);
      const after = before && forgottenMessage(before.state);
      if (!after) return ok({ transitions: [], answer: 0 });
      return ok({
        transitions: [{ entity: 'message', key: id, before, after, command: 'forgetMessage' }],
        answer: 1,
      });
    },
  });
  return mustCommit(outcome);
};

/** From now on the cleaner of versions may take what nothing else pins. Said once more in each round, which changes nothing. */
const releasePins = async (ports: PortsWithObjects, caller: Caller, snapshots: readonly Snapshot[]): Promise<void> => {
  const pinning = snapshots.filter((one) => one.status === 'COMPLETED' && one.pinned.length > 0);
  for (const group of chunksOf(pinning, pinsAtOnce)) {
    const inserts = group.map(({ id, districtId }): Insert => {
      return { row: 'releasedPin', organizationId: districtId, snapshotId: id };
    });
    mustCommit(
      await handleCommand(ports, {
        caller,
        repeat: null,
        operation: 'releasePins',
        target: group[0]?.certificationEventId ?? '',
        attempt: async () => ok({ transitions: [], inserts, answer: null }),
      }),
    );
  }
};

/**
 * Deletes what is there of the children in one certification event, and says how much that was. Ended half-way it is begun
 * again: what is gone is not found a second time.
 */
export const deleteData = async (
  ports: PortsWithObjects,
  caller: Caller,
  id: CertificationEventId,
): Promise<number> => {
  const [declared, snapshots, messages] = await Promise.all([
    ports.store.datasets(),
    allSnapshots(ports.store, id),
    ports.store.messagesOf(id),
  ]);
  const ofEvent = dataOfEvent(
    id,
    declared.map(({ state }) => state),
  );
  const ofSnapshots = snapshots.map((snapshot) => reportsOfSnapshot(snapshot.id));
  await releasePins(ports, caller, snapshots);
  const texts = messages.filter(({ state }) => forgottenMessage(state) !== null);
  return (
    (await deleteRows(ports, ofEvent)) +
    (await deleteReports(ports, ofSnapshots)) +
    (await deleteRuns(ports, id)) +
    (await summed(texts, 1, (message) => forget(ports, caller, message)))
  );
};
