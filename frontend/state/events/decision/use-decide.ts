import { answerOf, api } from '../../../api/client.ts';
import { type Repeatable, useCommand } from '../../../api/use-command.ts';

export type DecisionType = 'APPROVE' | 'REQUEST_RECERTIFICATION' | 'UNAPPROVE' | 'DECLINE_REQUEST';

export interface Decision {
  readonly type: DecisionType;
  readonly organizationIds: readonly string[];
  readonly reason: string;
  readonly newDueDate: string;
  readonly confirmNotCertified: boolean;
}

export interface DecisionResult {
  readonly organizationId: string;
  readonly outcome: 'APPLIED' | 'REFUSED';
  readonly code: string | null;
}

/** As many as the API decides about at once. */
const mostAtOnce = 200;

const sendSome = async (
  eventId: string,
  { reason, newDueDate, ...decision }: Decision,
  header: Repeatable,
): Promise<readonly DecisionResult[]> => {
  const body = {
    ...decision,
    organizationIds: [...decision.organizationIds],
    ...(reason.trim() === '' ? {} : { reason }),
    ...(newDueDate === '' ? {} : { newDueDate }),
  };
  const path = '/v1/certification-events/{id}/decisions';
  return (await answerOf(api.POST(path, { params: { path: { id: eventId }, header }, body }))).results;
};

/**
 * Decides about any number of participants, so many at a time. Each has an outcome of its own. `onDecided` is told also
 * when what had asked for the decision has left the page with it, as an answered request does.
 */
export const useDecide = (eventId: string, onDecided: (results: readonly DecisionResult[]) => void) =>
  useCommand<Decision, readonly DecisionResult[]>({
    send: async (decision, header) => {
      const results: DecisionResult[] = [];
      const ids = decision.organizationIds;
      for (let from = 0; from < ids.length; from += mostAtOnce) {
        const part = { ...decision, organizationIds: ids.slice(from, from + mostAtOnce) };
        const key = `${header['Idempotency-Key']}-${from}`;
        results.push(...(await sendSome(eventId, part, { 'Idempotency-Key': key })));
      }
      return results;
    },
    changes: [['participants', eventId], ['participant', eventId], ['event', eventId], ['snapshots', eventId], ['me']],
    onDone: onDecided,
  });
