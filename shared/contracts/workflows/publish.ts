import * as z from 'zod';
import { certificationEventId } from '../schemas/ids.ts';

const common = { certificationEventId, revision: z.int(), execution: z.string() };

/** What the publish machine asks its function, task by task. */
export const publishTask = z.discriminatedUnion('task', [
  z.object({ task: z.literal('plan'), ...common }),
  z.object({ task: z.literal('create-participants'), ...common, chunk: z.int() }),
  z.object({ task: z.literal('flip'), ...common }),
  z.object({ task: z.literal('record-failure'), ...common, error: z.string() }),
]);
export type PublishTask = z.output<typeof publishTask>;

/** The named outcomes its Choice states compare. */
export const publishOutcomes = {
  plan: ['PLANNED', 'ALREADY_DONE'],
  'create-participants': ['CREATED'],
  flip: ['PUBLISHED', 'ALREADY_DONE'],
  'record-failure': ['RECORDED'],
} as const;
