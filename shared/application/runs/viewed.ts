import type { RunId } from '../../kernel/ids.ts';
import type { Caller } from '../caller.ts';
import type { Store } from '../ports/store.ts';

/** Whether this person has opened the report of that run. Views are rows of their own: they bump no version. */
export const viewedByCaller = async (store: Store, caller: Caller, run: RunId | undefined): Promise<boolean> =>
  run !== undefined &&
  caller.actor.kind === 'PERSON' &&
  (await store.viewedBy(run, caller.actor.user.id)) !== undefined;
