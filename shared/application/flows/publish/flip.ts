import type { PublishTask } from '../../../contracts/workflows/publish.ts';
import { decideCertificationEvent } from '../../../domain/certification-event/decide.ts';
import { evolveCertificationEvent } from '../../../domain/certification-event/evolve.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Refusal } from '../../../domain/refusal.ts';
import type { Caller } from '../../caller.ts';
import { timerPlan } from '../../certification-events/timers.ts';
import { evolveAll } from '../../evolve-all.ts';
import { handleCommand, type Plan } from '../../handle-command.ts';
import type { Ports } from '../../ports/ports.ts';
import { systemCaller } from '../../system-caller.ts';
import { mustCommit } from '../must-commit.ts';
import { RetryTask } from '../retry-task.ts';
import { publicationTold } from './tell.ts';
import { loadPublication, type Publication } from './publication.ts';

type Flip = { readonly outcome: 'PUBLISHED' | 'ALREADY_DONE' };

const everyParticipantExists = async (ports: Ports, publication: Publication): Promise<boolean> => {
  const { id } = publication.certificationEvent.state;
  const present = new Set((await ports.store.participants(id)).map((participant) => participant.state.organizationId));
  return publication.organizationIds.every((organizationId) => present.has(organizationId));
};

const attempt = async (ports: Ports, caller: Caller, task: PublishTask): Promise<Result<Plan<Flip>, Refusal>> => {
  const publication = await loadPublication(ports.store, task.certificationEventId, task.revision);
  if (publication === undefined) return ok({ transitions: [], answer: { outcome: 'ALREADY_DONE' } });
  if (!(await everyParticipantExists(ports, publication))) throw new RetryTask('not every participant exists yet');
  const before = publication.certificationEvent;
  const decided = decideCertificationEvent(
    before.state,
    { type: 'completePublication', revision: task.revision },
    caller,
  );
  if (!decided.ok) return decided;
  const after = evolveAll(evolveCertificationEvent, before.state, decided.value);
  const timers = await timerPlan(ports.store, caller, after);
  return ok({
    transitions: [
      { entity: 'certificationEvent', key: after.id, before, after, command: 'completePublication' },
      ...timers.transitions,
    ],
    fenceChange: { certificationEventId: after.id, status: 'PUBLISHED', revision: task.revision },
    outbox: [
      ...(await publicationTold(ports.store, caller, publication)),
      // Lists that changed while participants were being made were read before, or found nothing to follow yet.
      { type: 'RECONCILE_PUBLISHED', certificationEventId: after.id },
      ...timers.outbox,
    ],
    answer: { outcome: 'PUBLISHED' },
  });
};

/** The moment from which participants see the certification event: head, 32 fence rows and timers in one transaction. */
export const flipPublication = async (ports: Ports, task: PublishTask): Promise<Flip> => {
  const caller = await systemCaller(ports, 'publish-flow', task.execution);
  return mustCommit(
    await handleCommand(ports, {
      caller,
      repeat: null,
      operation: 'completePublication',
      target: task.certificationEventId,
      attempt: () => attempt(ports, caller, task),
    }),
  );
};
