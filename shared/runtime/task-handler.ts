import middy from '@middy/core';
import type * as z from 'zod';
import { faultFacts, logger } from './logger.ts';

type TaskOf<Schema extends z.ZodType> = z.output<Schema> & { readonly task: string };

/**
 * The middy stack of a state machine's function. Throws what a task throws: the machine retries `RetryTask` and lost
 * invocations by name and records everything else as a failure.
 */
export const taskHandler = <Schema extends z.ZodType<{ readonly task: string }>>(
  schema: Schema,
  run: (task: TaskOf<Schema>) => Promise<unknown>,
) =>
  middy<unknown, unknown>()
    .use({
      onError: ({ error }) => {
        logger.error('task failed', faultFacts(error));
      },
    })
    .handler(async (payload) => {
      const task = schema.parse(payload);
      const answer = await run(task);
      logger.info('task done', { useCase: task.task });
      return answer;
    });
