import * as z from 'zod';

/** What a timer's schedule says when it fires. */
export const timerMessage = z.object({ timerId: z.string(), version: z.int() });
