import { refusal, type Refusal } from '../../domain/refusal.ts';
import type { RunId } from '../../kernel/ids.ts';
import { type Result, refuse } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import { type RunScene, runFor } from '../queries/runs.ts';
import type { Store } from '../ports/store.ts';

/**
 * A run that somebody wants to end or to repeat. That its certification event is closed is said before anything about the
 * run itself; runs of the state's own outlive the closing.
 */
export const runToChange = async (
  store: Store,
  caller: Caller,
  operation: 'cancelRun' | 'retryRun',
  id: RunId,
): Promise<Result<RunScene, Refusal>> => {
  const scene = await runFor(store, caller, operation, id);
  if (!scene.ok || scene.value.run.state.step === null) return scene;
  return scene.value.certificationEvent.state.status === 'CLOSED' ? refuse(refusal('EVENT_CLOSED')) : scene;
};
