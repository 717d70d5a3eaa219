import * as z from 'zod';

export const auditEntry = z
  .object({
    id: z.string(),
    chain: z.string(),
    sequence: z.int(),
    at: z.string(),
    actor: z.object({ userId: z.string(), role: z.string() }),
    command: z.string(),
    entity: z.string(),
    before: z.record(z.string(), z.unknown()),
    after: z.record(z.string(), z.unknown()),
    reason: z.string().nullable(),
    requestId: z.string(),
    previousHash: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'AuditEntry' });

export const auditSeal = z
  .object({
    id: z.string(),
    certificationEventId: z.string(),
    sequence: z.int(),
    at: z.string(),
    reason: z.enum(['HOURLY', 'CLOSED']),
    root: z.string(),
    chains: z.int(),
    entries: z.int(),
    previousHash: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'AuditSeal' });
