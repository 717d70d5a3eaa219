import * as z from 'zod';
import { runId } from '../schemas/ids.ts';

/** One validation to do. Everything else stands in the run's own record. Accepted for 14 days after a deploy. */
export const runMessage = z.object({ version: z.literal(1), runId });
