import { ok } from '../../kernel/result.ts';
import type { Decision, DecisionContext } from '../decision.ts';
import type { CertificationEventCommand } from './commands.ts';
import type { CertificationEventHappening } from './happenings.ts';
import type { CertificationEvent, ClosedCertificationEvent } from './state.ts';

type Compact = Extract<CertificationEventCommand, { readonly type: 'recordCompaction' | 'finishCompaction' }>;

/**
 * Whether its rows are still to be written anew, or the lists to be changed. Only what is closed: until then snapshots take the
 * place of others. Never what the retention rule takes away.
 */
export const isToCompact = (state: CertificationEvent): state is ClosedCertificationEvent =>
  state.status === 'CLOSED' && state.deletion === null && (state.compaction?.publishedAt ?? null) === null;

/** Steps of the job, which may come twice, or after a deletion that came first: then nothing happens. */
export const decideCompaction = (
  state: CertificationEvent,
  command: Compact,
  { now }: DecisionContext,
): Decision<CertificationEventHappening> => {
  if (!isToCompact(state)) return ok([]);
  if (command.type === 'finishCompaction')
    return ok(state.compaction === null ? [] : [{ type: 'CompactionFinished', at: now }]);
  if (state.compaction !== null) return ok([]);
  return ok([{ type: 'DatamartCompacted', compaction: { ...command.written, compactedAt: now, publishedAt: null } }]);
};
