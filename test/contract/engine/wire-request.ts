import * as z from 'zod';
import { attributeValues } from './attribute-values.ts';

const keyed = z.object({ Key: attributeValues });

const body = z.object({
  Key: attributeValues.optional(),
  Item: attributeValues.optional(),
  IndexName: z.string().optional(),
  ConsistentRead: z.boolean().optional(),
  KeyConditionExpression: z.string().optional(),
  ExpressionAttributeValues: attributeValues.optional(),
  RequestItems: z.record(z.string(), z.object({ Keys: z.array(attributeValues) })).optional(),
  TransactItems: z
    .array(
      z.object({
        Put: z.object({ Item: attributeValues }).optional(),
        Update: keyed.optional(),
        ConditionCheck: keyed.optional(),
      }),
    )
    .optional(),
});

/** The body of a request to the table, as it goes over the wire. */
export const wireRequest = z
  .object({ body: z.instanceof(Uint8Array) })
  .transform((request) => body.parse(JSON.parse(new TextDecoder().decode(request.body))));

export type WireRequest = z.output<typeof wireRequest>;
