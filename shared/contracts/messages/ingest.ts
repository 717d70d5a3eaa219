import * as z from 'zod';
import { uploadId } from '../schemas/ids.ts';

/** One delivered file to check. */
export const ingestMessage = z.object({ version: z.literal(1), uploadId });
