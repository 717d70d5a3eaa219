import { versionName } from '../../domain/dataset/decide-cleaning.ts';
import type { DatasetVersion, RetiredVersion } from '../../domain/dataset/state.ts';
import type { OrganizationId } from '../../kernel/ids.ts';
import { ok } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import { dataStepOf } from '../datasets/transitions.ts';
import { mustCommit } from '../flows/must-commit.ts';
import { handleCommand, type Plan } from '../handle-command.ts';
import type { PortsWithObjects } from '../ports/ports.ts';
import type { DistrictVersions, Store } from '../ports/store.ts';
import type { Insert } from '../ports/unit-of-work.ts';
import { systemCaller } from '../system-caller.ts';

type Doomed = readonly RetiredVersion[];

const pinnedBy = ({ pins }: DistrictVersions): ReadonlySet<string> =>
  new Set(
    pins.flatMap(({ versions }) =>
      Object.entries(versions).map(([dataset, version]) => versionName({ dataset, version })),
    ),
  );

/** What their records say from the moment on that the deletion begins. */
const goneRows = (
  { now: deletedAt }: Caller,
  organizationId: OrganizationId,
  versions: readonly DatasetVersion[],
): readonly Insert[] =>
  versions.map((version) => ({ row: 'changedVersion', organizationId, version: { ...version, deletedAt } }));

const planCleaning = async (
  { store }: { readonly store: Store },
  caller: Caller,
  organizationId: OrganizationId,
): Promise<Plan<Doomed>> => {
  // The lanes first: what moves them after this makes the commit stale, and only from them is a version pinned.
  const before = await store.load('organizationData', organizationId);
  if (before === undefined) return { transitions: [], answer: [] };
  const held = await store.versionsOf(organizationId);
  const { versions } = held;
  const command = { type: 'cleanVersions', versions, pinned: pinnedBy(held) } as const;
  const transitions = dataStepOf(before, caller, organizationId, command);
  const [step] = transitions;
  const deleting = (step?.after ?? before.state).retired.filter((one) => one.deleting);
  const begun = new Set(deleting.map(({ key }) => key));
  const going = versions.filter(({ deletedAt, object }) => deletedAt === undefined && begun.has(object.key));
  return { transitions, inserts: goneRows(caller, organizationId, going), answer: deleting };
};

/** The versions of one district whose objects are to go now: those that were begun before an interruption, too. */
const nextDoomed = async (ports: PortsWithObjects, caller: Caller, id: OrganizationId): Promise<Doomed> =>
  mustCommit(
    await handleCommand<Doomed>(ports, {
      caller,
      repeat: null,
      operation: 'cleanVersions',
      target: id,
      attempt: async () => ok(await planCleaning(ports, caller, id)),
    }),
  );

const recordDeletion = async (
  ports: PortsWithObjects,
  caller: Caller,
  id: OrganizationId,
  doomed: Doomed,
): Promise<void> => {
  const command = { type: 'recordDeletion', keys: doomed.map(({ key }) => key) } as const;
  mustCommit(
    await handleCommand(ports, {
      caller,
      repeat: null,
      operation: 'recordDeletion',
      target: id,
      attempt: async () => {
        const before = await ports.store.load('organizationData', id);
        return ok({ transitions: dataStepOf(before, caller, id, command), answer: null });
      },
    }),
  );
};

const cleanDistrict = async (ports: PortsWithObjects, caller: Caller, id: OrganizationId): Promise<number> => {
  let deleted = 0;
  for (;;) {
    const doomed = await nextDoomed(ports, caller, id);
    if (doomed.length === 0) return deleted;
    for (const { key } of doomed) await ports.objects.remove('data', key);
    await recordDeletion(ports, caller, id, doomed);
    deleted += doomed.length;
  }
};

/**
 * Retires what nothing pins any more and deletes what was retired a day ago; answers how many went. A district that cannot
 * be cleaned keeps none of the others from their turn, and is a fault in the end.
 */
export const cleanVersions = async (ports: PortsWithObjects): Promise<number> => {
  const caller = await systemCaller(ports, 'cleaner', 'clean');
  const districts = (await ports.store.organizations()).filter(({ state }) => state.type === 'DISTRICT');
  const failed: string[] = [];
  let deleted = 0;
  for (const { state } of districts) {
    try {
      deleted += await cleanDistrict(ports, caller, state.id);
    } catch (fault) {
      failed.push(`${state.id} (${fault instanceof Error ? fault.name : 'unknown fault'})`);
    }
  }
  if (failed.length > 0) throw new Error(`the versions of ${failed.join(', ')} could not be cleaned`);
  return deleted;
};
