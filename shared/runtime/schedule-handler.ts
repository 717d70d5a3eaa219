import middy from '@middy/core';
import type * as z from 'zod';
import { logger } from './logger.ts';

/** The middy stack of scheduled work. It throws what fails, so that the schedule tries again. */
export const scheduleHandler = <Schema extends z.ZodType>(
  schema: Schema,
  work: (input: z.output<Schema>) => Promise<unknown>,
) =>
  middy<unknown, void>().handler(async (input) => {
    const outcome = await work(schema.parse(input));
    logger.info('schedule done', { outcome });
  });
