import * as z from 'zod';
import type { AuditEntry } from '../../application/audit/entry.ts';
import { instant } from './entities/primitives.ts';
import { type Item, parseItem } from './parse-item.ts';

const changes = z.record(z.string(), z.unknown());

const entrySchema: z.ZodType<AuditEntry> = z.object({
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
  previousHash: z.string(),
  hash: z.string(),
});

/** An entry lies open in its item, so that an auditor reads it without our code. */
export const auditItemOf = (entry: AuditEntry): Item => ({ ...entry });

export const auditEntryIn = (item: Item): AuditEntry => parseItem(entrySchema, item);
