import { applyChanges } from '../audit/changes.ts';
import type { AuditEntry, Changes } from '../audit/entry.ts';

/** Which entry of the participant's chain says so. */
interface Witness {
  readonly sequence: number;
  readonly entryHash: string;
}

export interface ToldSubmission extends Witness {
  readonly userId: string;
  readonly round: unknown;
  readonly submission: unknown;
}

export interface ToldDecision extends Witness {
  readonly at: string;
  readonly by: string;
  readonly decision: string;
  readonly round: unknown;
  readonly reason: string | null;
}

const decisions = 'decide:';

const isFields = (value: unknown): value is Changes =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fieldsAt = (value: unknown, name: string): Changes => {
  const found = isFields(value) ? value[name] : undefined;
  return isFields(found) ? found : {};
};

/** What certifiers signed and what the state decided, over all rounds, as the chain of the participant tells it. */
export const toldBy = (
  history: readonly AuditEntry[],
): { readonly submissions: readonly ToldSubmission[]; readonly decisions: readonly ToldDecision[] } => {
  let state: Changes = {};
  const steps = history.map((entry) => {
    state = applyChanges(state, entry.after);
    const witness = { sequence: entry.sequence, entryHash: entry.hash };
    return { entry, witness, after: state };
  });
  return {
    submissions: steps.flatMap(({ entry, witness, after }) =>
      Object.entries(fieldsAt(entry.after, 'tasks'))
        .filter(([, task]) => Object.keys(fieldsAt(task, 'submission')).length > 0)
        .map(([userId]) => {
          const submission = fieldsAt(fieldsAt(fieldsAt(after, 'tasks'), userId), 'submission');
          return { ...witness, userId, round: after['round'], submission };
        }),
    ),
    decisions: steps
      .filter(({ entry }) => entry.command.startsWith(decisions))
      .map(({ entry, witness, after }) => ({
        ...witness,
        at: entry.at,
        by: entry.actor.userId,
        decision: entry.command.slice(decisions.length),
        round: after['round'],
        reason: entry.reason,
      })),
  };
};
