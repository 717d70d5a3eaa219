import * as z from 'zod';
import type { InvokeOutcome } from '../runtime.ts';
import type { Mapping } from './mapping.ts';

const partialAnswer = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).nullish(),
});

/**
 * The ids of the batch that failed, as Lambda reads a function's answer: all of them after an error, after an answer it cannot
 * read or one naming an id that was not in the batch.
 */
export function failedIds(outcome: InvokeOutcome, ids: readonly string[], mapping: Mapping): readonly string[] {
  if (outcome.functionError !== undefined) return ids;
  if (!mapping.reportsItemFailures || outcome.payload === null || outcome.payload === '') return [];
  const answer = partialAnswer.safeParse(outcome.payload);
  if (!answer.success) return ids;
  const failed = (answer.data.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  return failed.every((id) => ids.includes(id)) ? failed : ids;
}
