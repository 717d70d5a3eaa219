import { createHash } from 'node:crypto';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { Instant } from '../../kernel/instant.ts';

/** What changed, as nested objects of changed fields only. Replaying every `after` in order gives the present state. */
export type Changes = Readonly<Record<string, unknown>>;

/** One link of one entity's chain. Written in the same transaction as the state it explains. No student data. */
export interface AuditEntry {
  readonly chain: string;
  /** Equals the version of the state it led to: 1, 2, 3 ... without gaps. */
  readonly sequence: number;
  readonly at: Instant;
  readonly actor: { readonly userId: string; readonly role: string };
  readonly command: string;
  readonly entity: string;
  readonly before: Changes;
  readonly after: Changes;
  readonly reason: string | null;
  readonly requestId: string;
  readonly previousHash: string;
  readonly hash: string;
}

export const chainStart = '0'.repeat(64);

/** The hash binds the entry to its predecessor: a changed, missing or inserted entry breaks every later hash. */
export const sealEntry = (entry: Omit<AuditEntry, 'hash'>): AuditEntry => ({
  ...entry,
  hash: createHash('sha256')
    .update(`attest.audit.v1\n${canonicalJson(entry)}`)
    .digest('hex'),
});
