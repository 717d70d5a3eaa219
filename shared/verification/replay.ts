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

/**
 * The state that stood at a moment; empty before the first entry. Where several stood within that millisecond, time does not
 * say which of them is meant: then it is the last that fits.
 */
export const stateAt = (
  steps: readonly Step[],
  moment: string,
  fits: (state: Fields) => boolean = () => true,
): Fields => {
  const last = steps.findLastIndex(({ entry }) => entry.at <= moment);
  const before = steps.findLastIndex(({ entry }) => entry.at < moment);
  const stood = steps.slice(Math.max(before, 0), last + 1).map(({ after }) => after);
  return stood.findLast(fits) ?? stood.at(-1) ?? {};
};
