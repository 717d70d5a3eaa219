import * as z from 'zod';
import { ingestMessage } from './ingest.ts';
import { runMessage } from './run.ts';

/** A message its queue has given up on. */
export const deadLetter = z.union([runMessage, ingestMessage]);
export type DeadLetter = z.output<typeof deadLetter>;
