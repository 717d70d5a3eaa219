import { canonicalJson } from '../../kernel/canonical-json.ts';
import { at, type Fields, isFields, membersAt } from '../fields.ts';
import type { Step } from '../replay.ts';

/** A step by which somebody submitted. */
export interface Submitting extends Step {
  readonly user: string;
  readonly submission: Fields;
}

export const submissionsIn = (steps: readonly Step[]): readonly Submitting[] =>
  steps.flatMap((step) =>
    membersAt(step.after, 'tasks').flatMap(([user, task]) => {
      const submission = at(task, 'submission');
      const former = at(step.before, 'tasks', user, 'submission');
      const isNew = isFields(submission) && canonicalJson(former ?? null) !== canonicalJson(submission);
      return isNew ? [{ ...step, user, submission }] : [];
    }),
  );
