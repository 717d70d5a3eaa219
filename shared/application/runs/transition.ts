import type { RunCommand } from '../../domain/validation-run/commands.ts';
import { decideRun } from '../../domain/validation-run/decide.ts';
import { evolveRun } from '../../domain/validation-run/evolve.ts';
import type { RunId } from '../../kernel/ids.ts';
import type { Caller } from '../caller.ts';
import { evolveAll } from '../evolve-all.ts';
import type { Store } from '../ports/store.ts';
import type { Transition } from '../ports/unit-of-work.ts';

export type RunTransition = Extract<Transition, { readonly entity: 'run' }>;

/** One step of a run's record; none when it has no effect: it ended already, or never was. */
export const runTransition = async (
  store: Store,
  caller: Caller,
  id: RunId,
  command: RunCommand,
): Promise<readonly RunTransition[]> => {
  const before = await store.load('run', id);
  if (before === undefined) return [];
  const decided = decideRun(before.state, command, caller);
  if (!decided.ok || decided.value.length === 0) return [];
  const after = evolveAll(evolveRun, before.state, decided.value);
  return [{ entity: 'run', key: id, before, after, command: command.type }];
};
