import { canSee } from '../../domain/access/visibility.ts';
import { personOf } from '../../domain/actor.ts';
import type { ValidationStep } from '../../domain/participant/state.ts';
import type { ValidationRun } from '../../domain/validation-run/state.ts';
import type { OrganizationId } from '../../kernel/ids.ts';
import type { Caller } from '../caller.ts';
import { loadScene } from '../participants/scene.ts';
import type { Store } from '../ports/store.ts';
import { isChosen, isWanted } from './matches.ts';

export interface QueueFilter {
  readonly organizationId?: OrganizationId | undefined;
  readonly status?: readonly ValidationRun['status'][] | undefined;
  readonly step?: ValidationStep | undefined;
}

const isVisible = async (store: Store, caller: Caller, run: ValidationRun): Promise<boolean> => {
  const user = personOf(caller.actor);
  if (user.side === 'STATE') return true;
  if (run.districtId !== user.organizationId) return false;
  const scene = await loadScene(store, caller, run);
  if (scene === undefined) return false;
  const { certificationEvent, participant } = scene;
  return canSee(user, {
    kind: 'RUN',
    certificationEvent: certificationEvent.state,
    participant: participant.state,
    run,
  });
};

/** Waiting and running validations: everybody's for the state, for others those they have a part in. */
export const queueFor = async (
  store: Store,
  caller: Caller,
  { organizationId, status, step }: QueueFilter,
): Promise<readonly ValidationRun[]> => {
  const runs = (await store.queuedRuns())
    .map((read) => read.state)
    .filter(
      (run) => isWanted(run.organizationId, organizationId) && isChosen(run.status, status) && isWanted(run.step, step),
    );
  const visible = await Promise.all(runs.map((run) => isVisible(store, caller, run)));
  return runs.filter((_, index) => visible[index]);
};
