import * as z from 'zod';
import { ingestWork } from './ingest.ts';
import { runMessage } from './run.ts';

/** A message its queue has given up on. */
export const deadLetter = z.union([runMessage, ingestWork]);
export type DeadLetter = z.output<typeof deadLetter>;
