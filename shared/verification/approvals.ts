import { at, type Fields, isFields, textAt } from './fields.ts';
import type { Step } from './replay.ts';

/** A step that gave a participant an approval it did not have. Coming back to one from a request gives none. */
export interface Approving extends Step {
  readonly approval: Fields;
}

export const approvalsIn = (steps: readonly Step[]): readonly Approving[] =>
  steps.flatMap((step) => {
    const approval = at(step.after, 'approval');
    const isNew = isFields(approval) && textAt(step.before, 'approval', 'at') !== textAt(approval, 'at');
    return isNew ? [{ ...step, approval }] : [];
  });

/** It stands as approved without ever having been given an approval. */
export const approvedFromNothing = (steps: readonly Step[]): readonly Step[] =>
  steps.filter(({ after }) => textAt(after, 'status') === 'APPROVED' && !isFields(at(after, 'approval')));
