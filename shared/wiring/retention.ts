import * as z from 'zod';
import { env } from '../runtime/env.ts';

/** For how many years after the close the deployment keeps rows and reports. */
export const retentionYears = (): number => z.coerce.number().int().min(1).parse(env('RETENTION_YEARS'));
