import { personOf } from '../../domain/actor.ts';
import type { ValidationRun } from '../../domain/validation-run/state.ts';
import type { RunId } from '../../kernel/ids.ts';
import type { Caller } from '../caller.ts';
import type { Store } from '../ports/store.ts';

const viewedAmong = async (store: Store, caller: Caller, ids: readonly RunId[]): Promise<ReadonlySet<RunId>> =>
  new Set(ids.length === 0 ? [] : (await store.viewedBy(ids, personOf(caller.actor).id)).keys());

/** Whether this person has opened the report of that run. Views are rows of their own: they bump no version. */
export const viewedByCaller = async (store: Store, caller: Caller, run: RunId | undefined): Promise<boolean> =>
  run !== undefined && (await viewedAmong(store, caller, [run])).has(run);

/** Those of these runs whose reports this person has opened, asked at once. One without a report nobody has. */
export const runsViewedByCaller = (
  store: Store,
  caller: Caller,
  runs: readonly ValidationRun[],
): Promise<ReadonlySet<RunId>> =>
  viewedAmong(
    store,
    caller,
    runs.filter(({ status }) => status === 'COMPLETED').map(({ id }) => id),
  );
