import type { Actor } from '../../domain/actor.ts';
import { principalOf } from '../caller.ts';
import type { Commit, Transition } from '../ports/unit-of-work.ts';
import { chainOf } from './chain.ts';
import { changesBetween } from './changes.ts';
import { type AuditEntry, chainStart, sealEntry } from './entry.ts';

const roleOf = (actor: Actor): string => (actor.kind === 'PERSON' ? actor.user.side : 'SYSTEM');

/** The one audit entry of one transition, linked to the entry before it and sealed. */
export const auditEntryOf = (
  { entity, key, before, after, command, reason, chainFrom }: Transition,
  { actor, now, requestId }: Pick<Commit, 'actor' | 'now' | 'requestId'>,
): AuditEntry =>
  sealEntry({
    chain: chainOf(entity, key),
    sequence: (before?.version ?? 0) + 1,
    at: now,
    actor: { userId: principalOf({ actor }), role: roleOf(actor) },
    command,
    entity,
    ...changesBetween({ ...before?.state }, { ...after }),
    reason: reason ?? null,
    requestId,
    previousHash: before?.auditHash ?? chainFrom ?? chainStart,
  });
