import type { Meter } from '../ports/meter.ts';
import type { Journal, UnitOfWork } from '../ports/unit-of-work.ts';
import { measuresOf } from './measures.ts';

/** Counts what was committed, once it is: a repeat and a stale attempt count for nothing. */
export const countingUnitOfWork = (unitOfWork: UnitOfWork, meter: Meter): UnitOfWork => ({
  ...unitOfWork,
  async commit(commit) {
    const outcome = await unitOfWork.commit(commit);
    const measures = outcome.kind === 'COMMITTED' ? measuresOf(commit.transitions) : [];
    if (measures.length > 0) meter.count(measures, commit.now);
    return outcome;
  },
});

/** Counts the commands that were refused, and by which code. */
export const countingJournal = (journal: Journal, meter: Meter): Journal => ({
  ...journal,
  async recordRefusal(entry) {
    await journal.recordRefusal(entry);
    meter.count([{ metric: 'CommandsRefused', value: 1 }], entry.at, entry.code);
  },
});
