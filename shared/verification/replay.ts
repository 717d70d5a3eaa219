import { applyChanges } from '../application/audit/changes.ts';
import type { AuditEntry } from '../application/audit/entry.ts';
import type { Fields } from './fields.ts';

/** One entry of a chain with the state it found and the state it left. */
export interface Step {
  readonly entry: AuditEntry;
  readonly before: Fields;
  readonly after: Fields;
}

/** Plays a chain from its beginning. */
export const replay = (entries: readonly AuditEntry[]): readonly Step[] => {
  let state: Fields = {};
  return entries.map((entry) => {
    const before = state;
    state = applyChanges(before, entry.after);
    return { entry, before, after: state };
  });
};

/** The state that stood at a moment; empty before the first entry. */
export const stateAt = (steps: readonly Step[], moment: string): Fields =>
  steps.findLast(({ entry }) => entry.at <= moment)?.after ?? {};
