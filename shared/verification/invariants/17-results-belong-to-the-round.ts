import { chainOf } from '../../application/audit/chain.ts';
import type { Participant, StepRun, ValidationStep } from '../../domain/participant/state.ts';
import { validationSteps } from '../../domain/participant/state.ts';
import { isStaleRun } from '../../domain/participant/steps.ts';
import { eventOf, participantsOf } from '../event-part.ts';
import { type Found, type Invariant, none, type Part, unless } from '../invariant.ts';

const isUnderWay = (status: string): boolean => status === 'QUEUED' || status === 'RUNNING';

const judge = (part: Part, participant: Participant, step: ValidationStep, attached: StepRun): Found => {
  const where = chainOf('participant', participant);
  const row = part.own.entities.get(chainOf('run', attached.runId));
  if (row?.entity !== 'run') return [`${where}: the run ${attached.runId} of ${step} is missing`];
  const run = row.state;
  const isFrozen = participant.status === 'WITHDRAWN' || eventOf(part)?.state.status === 'CLOSED';
  // Nobody waits any more for what was made stale, by other groups or a newer snapshot: its end is not told to the participant.
  const hasNoResult = run.status === 'SUPERSEDED' || run.status === 'CANCELLED';
  const isForgotten = isFrozen || (isStaleRun(participant, step, attached) && hasNoResult);
  const agrees = isUnderWay(attached.status) ? isForgotten || isUnderWay(run.status) : run.status === attached.status;
  return [
    ...unless(
      run.organizationId === participant.organizationId && run.step === step,
      where,
      `${run.id} is not its run`,
    ),
    ...unless(attached.stale || run.round === participant.round, where, `${run.id} is of round ${run.round}`),
    ...unless(agrees, where, `${step} says ${attached.status}, its run ${run.id} ${run.status}`),
    ...unless(
      run.status !== 'COMPLETED' || run.blockers === attached.blockers,
      where,
      `${step} counts other blockers than its run ${run.id}`,
    ),
  ];
};

export const resultsBelongToTheRound: Invariant = {
  number: 17,
  slug: 'results-belong-to-the-round',
  sentence: 'A result that counts for a participant is its own, of its step and of its round.',
  check: (part) =>
    participantsOf(part).flatMap(({ state }) =>
      validationSteps.flatMap((step) => {
        const attached = state.steps[step];
        return attached === undefined ? none : judge(part, state, step, attached);
      }),
    ),
};
