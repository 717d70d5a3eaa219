import * as z from 'zod';
import type { Seal } from '../../../application/audit/seal.ts';
import type { CertificationEventId } from '../../../kernel/ids.ts';
import { exactly } from './exactly.ts';
import { count, idOf, instant } from './primitives.ts';

/** A row of the ledger, beside its key. */
export const seal = exactly<Seal>()(
  z.object({
    certificationEventId: idOf<CertificationEventId>(),
    sequence: count,
    at: instant,
    reason: z.enum(['HOURLY', 'CLOSED']),
    root: z.string(),
    chains: count,
    entries: count,
    previousHash: z.string(),
    hash: z.string(),
  }),
);
