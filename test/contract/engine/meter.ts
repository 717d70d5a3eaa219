import type { ConsumedCapacity, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';

export interface Units {
  readonly read: number;
  readonly write: number;
  /** Write units of the indexes alone, part of `write`. */
  readonly indexes: number;
}

export interface MeteredRequest extends Units {
  readonly operation: string;
  readonly index: string | undefined;
}

const asked = z.object({ IndexName: z.string().optional() });

const capacities = (output: unknown): readonly ConsumedCapacity[] => {
  const { ConsumedCapacity: found } = z.object({ ConsumedCapacity: z.unknown() }).parse(output);
  return z
    .array(z.custom<ConsumedCapacity>((value) => typeof value === 'object'))
    .parse(Array.isArray(found) ? found : [found]);
};

const sum = (numbers: readonly (number | undefined)[]): number =>
  numbers.reduce<number>((total, number) => total + (number ?? 0), 0);

const unitsOf = (output: unknown, operation: string): Units => {
  const all = capacities(output);
  const writes = !/^(GetItem|BatchGetItem|Query)$/.test(operation);
  const total = sum(all.map(({ CapacityUnits }) => CapacityUnits));
  const indexes = sum(
    all.flatMap(({ GlobalSecondaryIndexes = {} }) =>
      Object.values(GlobalSecondaryIndexes).map(({ CapacityUnits }) => CapacityUnits),
    ),
  );
  return writes ? { read: 0, write: total, indexes } : { read: total, write: 0, indexes: 0 };
};

/** Makes every request of a client report what it consumed, and collects the reports. */
export const meterOf = (client: DynamoDBClient): MeteredRequest[] => {
  const requests: MeteredRequest[] = [];
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'INDEXES' } });
      const operation = (context.commandName ?? '').replace(/Command$/, '');
      const { IndexName } = asked.parse(args.input);
      requests.push({ operation, index: IndexName, ...unitsOf(answer.output, operation) });
      return answer;
    },
    { step: 'initialize', name: 'meter' },
  );
  return requests;
};
