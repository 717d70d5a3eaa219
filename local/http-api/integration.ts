import type { Answer } from '../http/answer.ts';
import type { Invoker } from '../runtime.ts';
import { gatewayAnswers } from './gateway-answers.ts';
import { proxyAnswer } from './proxy-response.ts';

interface Integration {
  readonly invoker: Invoker;
  readonly functionArn: string;
  readonly timeoutMs: number;
  readonly log: (line: string) => void;
}

/** Lambda takes six megabytes in one synchronous call; the gateway's own limit is ten. */
const payloadLimit = 6 * 1024 * 1024;

/**
 * Calls the function and renders its answer: 500 when it failed or returned nonsense, 503 when it took longer than the integration
 * waits (the invocation itself goes on, as on AWS), 413 when the request does not fit into an invocation.
 */
export async function callFunction(integration: Integration, payload: unknown): Promise<Answer> {
  const { invoker, functionArn, timeoutMs, log } = integration;
  if (Buffer.byteLength(JSON.stringify(payload)) > payloadLimit) return gatewayAnswers.tooLarge;
  const outcome = await withinTime(invoker.invoke(functionArn, payload), timeoutMs);
  if (outcome === 'timed-out') return gatewayAnswers.unavailable;
  if (outcome.functionError !== undefined) return gatewayAnswers.internalError;
  const answer = proxyAnswer(outcome.payload);
  if (!answer)
    log(`${functionArn} returned what is no proxy response: ${JSON.stringify(outcome.payload).slice(0, 500)}`);
  return answer ?? gatewayAnswers.internalError;
}

async function withinTime<T>(work: Promise<T>, milliseconds: number): Promise<T | 'timed-out'> {
  const { promise, resolve } = Promise.withResolvers<'timed-out'>();
  const timer = setTimeout(() => resolve('timed-out'), milliseconds);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
