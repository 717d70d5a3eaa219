import * as z from 'zod';
import type { AuditEntry } from '../../application/audit/entry.ts';
import { instant } from './entities/primitives.ts';
import { hashToBytes, storedHash } from './hash-bytes.ts';
import { type Item, parseItem } from './parse-item.ts';

const changes = z.record(z.string(), z.unknown());

const entrySchema = z.object({
  chain: z.string(),
  sequence: z.int().positive(),
  at: instant,
  actor: z.strictObject({ userId: z.string(), role: z.string() }),
  command: z.string(),
  entity: z.string(),
  before: changes,
  after: changes,
  reason: z.string().nullable(),
  requestId: z.string(),
  previousHash: storedHash,
  hash: storedHash,
});

/** An entry lies open in its item: an auditor with the table and SHA-256 can follow a chain without our code. */
export const auditItemOf = (entry: AuditEntry): Item => ({
  ...entry,
  previousHash: hashToBytes(entry.previousHash),
  hash: hashToBytes(entry.hash),
});

export const auditEntryIn = (item: Item): AuditEntry => parseItem(entrySchema, item);
