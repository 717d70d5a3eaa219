import type { AuditEntry } from '../audit/entry.ts';

export const auditView = (entry: AuditEntry) => ({ id: `${entry.chain}.${entry.sequence}`, ...entry });

const roundOf = (entry: AuditEntry): number | null => {
  const round = entry.after['round'];
  return typeof round === 'number' ? round : null;
};

/** A participant's history for its own people: what happened, who did it, why, and the hash that proves it. */
export const historyView = ({ at, command, actor, reason, sequence, hash, ...entry }: AuditEntry) => ({
  at,
  what: command,
  by: actor.userId,
  byRole: actor.role,
  round: roundOf({ at, command, actor, reason, sequence, hash, ...entry }),
  reason,
  sequence,
  hash,
});
