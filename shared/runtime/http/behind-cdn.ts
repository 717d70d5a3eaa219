import { createHash, timingSafeEqual } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { originKeyHeader } from '../../contracts/origin-key.ts';
import { problemAnswer } from './answer.ts';

type Handler<Trigger> = (trigger: Trigger, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compared as digests, so that the time it takes tells nothing of a key. */
const isOneOf = (keys: readonly string[], given: string): boolean => {
  const digest = digestOf(given);
  return keys.map((key) => timingSafeEqual(digestOf(key), digest)).includes(true);
};

/**
 * Refuses whoever went round the CDN: the gateway's own address stays reachable, and only the CDN knows a key (ruling M).
 * Two keys are good at a time, that of now and the next one, so that the key can be changed while people work.
 */
export const behindCdn =
  <Trigger extends Pick<APIGatewayProxyEventV2, 'headers' | 'rawPath' | 'requestContext'>>(
    keys: readonly string[],
    handler: Handler<Trigger>,
  ): Handler<Trigger> =>
  async (trigger, context) => {
    const given = trigger.headers[originKeyHeader];
    if (given !== undefined && isOneOf(keys, given)) return handler(trigger, context);
    return problemAnswer('FORBIDDEN', { path: trigger.rawPath, requestId: trigger.requestContext.requestId });
  };
