import { answerOf, api } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';

export interface Validation {
  readonly groupId: string;
  readonly lane: 'STATE' | 'SNAPSHOT';
  readonly organizationIds: readonly string[];
}

export interface ValidationResult {
  readonly organizationId: string;
  readonly outcome: 'QUEUED' | 'UNDER_WAY' | 'REFUSED';
  readonly code: string | null;
}

/** As many as the API queues at once. */
const mostAtOnce = 200;

/**
 * Validates any number of participants. The first request names them all and so learns their order, the biggest first; the
 * next ones name as many as are left, some at a time.
 */
export const useValidate = (eventId: string, onQueued: (results: readonly ValidationResult[]) => void) =>
  useCommand<Validation, readonly ValidationResult[]>({
    send: async ({ organizationIds, ...wish }, header) => {
      const results: ValidationResult[] = [];
      let left: readonly string[] = [];
      let named = organizationIds;
      while (named.length > 0) {
        const key = `${header['Idempotency-Key']}-${results.length}`;
        const answer = await answerOf(
          api.POST('/v1/certification-events/{id}/runs', {
            params: { path: { id: eventId }, header: { 'Idempotency-Key': key } },
            body: { ...wish, organizationIds: [...named] },
          }),
        );
        results.push(...answer.results);
        left = [...answer.remaining, ...left];
        named = left.slice(0, mostAtOnce);
        left = left.slice(mostAtOnce);
      }
      return results;
    },
    changes: [['participant', eventId]],
    onDone: onQueued,
  });
