import * as z from 'zod';
import { uploadId } from '../schemas/ids.ts';
import { dropMessage } from './drop.ts';

/** One delivered file to check. */
const ingestMessage = z.object({ version: z.literal(1), uploadId });

/** Everything the ingest queue holds. */
export const ingestWork = z.union([ingestMessage, dropMessage]);
export type IngestWork = z.output<typeof ingestWork>;
