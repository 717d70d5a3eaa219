import { certifiersOf, isFinished, submittersOf } from './context.ts';
import { type Participant, type Task, validationSteps } from './state.ts';

export interface Progress {
  readonly certified: number;
  readonly certifiers: number;
  readonly text: string;
}

const stepsDone = (task: Task): number =>
  task.submission !== null ? 4 : validationSteps.filter((step) => task.completions[step] !== undefined).length;

/** How far the participant is in this round: "1 of 2 certified, furthest step 3". */
export const progressOf = (participant: Participant): Progress => {
  const certifiers = certifiersOf(participant);
  const certified = submittersOf(participant).length;
  const furthest = Math.max(0, ...certifiers.map(stepsDone));
  const text = `${certified} of ${certifiers.length} certified${furthest === 0 ? '' : `, furthest step ${furthest}`}`;
  return { certified, certifiers: certifiers.length, text };
};

export type ParticipantFlag = 'NO_CERTIFIER' | 'AWAITS_CONFIRMATION' | 'MIXED_DATA' | 'EARLIER_REVISION';

/** What the state should look at. EARLIER_REVISION: certified by other rules than those of the present revision. */
export const flagsOf = (participant: Participant, revision: number): readonly ParticipantFlag[] => [
  ...(certifiersOf(participant).length === 0 ? (['NO_CERTIFIER'] as const) : []),
  ...(participant.awaitsConfirmation ? (['AWAITS_CONFIRMATION'] as const) : []),
  ...(participant.mixedData ? (['MIXED_DATA'] as const) : []),
  ...(isFinished(participant) && participant.revision < revision ? (['EARLIER_REVISION'] as const) : []),
];
