import { type DynamoDBClient, InternalServerError, TransactionCanceledException } from '@aws-sdk/client-dynamodb';

/**
 * What may happen to a request on its way. LOSE_REPLY: the table does it, and its answer never arrives. CONFLICT: another
 * transaction holds an item (DynamoDB Local never says so by itself). DOWN: the table answers with its own failure.
 */
export type Fault = 'LOSE_REPLY' | 'CONFLICT' | 'DOWN';

/** Decides on the nth request of an operation, counted from 1: `TransactWriteItems`, `GetItem` ... */
export type FaultPlan = (operation: string, nth: number) => Fault | undefined | Promise<Fault | undefined>;

const timeout = (): Error => Object.assign(new Error('the reply was lost'), { name: 'TimeoutError' });

const conflict = () =>
  new TransactionCanceledException({
    message: 'Transaction cancelled',
    CancellationReasons: [{ Code: 'None' }, { Code: 'TransactionConflict' }],
    $metadata: {},
  });

const down = () => new InternalServerError({ message: 'Internal server error', $metadata: { httpStatusCode: 500 } });

/** Puts faults between a client's retries and the wire. Returns how often each operation went out. */
export const withFaults = (client: DynamoDBClient, plan: FaultPlan): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const operation = (context.commandName ?? '').replace(/Command$/, '');
      const nth = (counts.get(operation) ?? 0) + 1;
      counts.set(operation, nth);
      const fault = await plan(operation, nth);
      if (fault === 'CONFLICT') throw conflict();
      if (fault === 'DOWN') throw down();
      const answer = await next(args);
      if (fault === 'LOSE_REPLY') throw timeout();
      return answer;
    },
    { step: 'finalizeRequest', priority: 'low', name: 'faults' },
  );
  return counts;
};
