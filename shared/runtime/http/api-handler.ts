import middy from '@middy/core';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Caller } from '../../application/caller.ts';
import { logger } from '../logger.ts';
import { type ProblemFacts, type RequestLine, problemAnswer, successAnswer } from './answer.ts';
import type { Door, DoorFailure } from './door.ts';
import { type GateFailure, passGate } from './gate.ts';

type Trigger = APIGatewayProxyEventV2WithJWTAuthorizer;
type Answer = APIGatewayProxyStructuredResultV2;

/** Finds out who calls; undefined when the token names nobody we know, or somebody who was disabled. */
export type FindCaller = (trigger: Trigger, requestId: string) => Promise<Caller | undefined>;

const pick = (errors: GateFailure['errors']): ProblemFacts => (errors === undefined ? {} : { errors });

const failureAnswer = (failure: DoorFailure, line: RequestLine): Answer => {
  const facts = 'facts' in failure && failure.facts !== undefined ? { facts: failure.facts } : {};
  if (!('pointer' in failure) || failure.pointer === undefined) return problemAnswer(failure.code, line, facts);
  const answer = problemAnswer(failure.code, line, {
    ...facts,
    errors: [{ pointer: failure.pointer, detail: 'is not possible here' }],
  });
  return { ...answer, statusCode: 422, body: JSON.stringify({ ...JSON.parse(answer.body ?? '{}'), status: 422 }) };
};

const answerRequest = async (
  doors: ReadonlyMap<string, Door>,
  findCaller: FindCaller,
  trigger: Trigger,
): Promise<Answer> => {
  const line = { path: trigger.rawPath, requestId: trigger.requestContext.requestId };
  const door = doors.get(trigger.routeKey);
  if (door === undefined) return problemAnswer('NOT_FOUND', line);
  const caller = await findCaller(trigger, line.requestId);
  if (caller === undefined) return problemAnswer('FORBIDDEN', line);
  const request = passGate(door.operation, trigger, caller);
  if (!request.ok) return problemAnswer(request.failure.code, line, pick(request.failure.errors));
  const outcome = await door.answer(request.value);
  if (!outcome.ok) return failureAnswer(outcome.failure, line);
  const reply = outcome.value;
  const body = door.operation.reply === null ? undefined : door.operation.reply.parse(reply.body);
  return successAnswer({ ...reply, body, status: reply.status ?? door.operation.status }, line);
};

const isBusy = (fault: unknown): boolean =>
  fault instanceof Error &&
  /Throttl|ProvisionedThroughput|RequestLimit|TooManyRequests|ServiceUnavailable|TimeoutError/.test(fault.name);

/**
 * The middy stack of an API area: one line in the log when a request is answered, every fault a 5xx without internals.
 * Replies are checked against the contract on the way out: a reply that breaks it is a fault of ours.
 */
export const apiHandler = (doors: readonly Door[], findCaller: FindCaller) => {
  const byRoute = new Map(doors.map((door) => [`${door.operation.method} ${door.operation.path}`, door]));
  return middy<Trigger, Answer>()
    .use({
      after: ({ event: trigger, response }) => {
        logger.info('answered', {
          useCase: trigger.routeKey,
          outcome: response?.statusCode,
          requestId: trigger.requestContext.requestId,
        });
      },
      onError: (request) => {
        const line = { path: request.event.rawPath, requestId: request.event.requestContext.requestId };
        logger.error('fault', { useCase: request.event.routeKey, requestId: line.requestId, fault: request.error });
        request.response = isBusy(request.error)
          ? problemAnswer('UNAVAILABLE', line, { headers: { 'retry-after': '2' } })
          : problemAnswer('INTERNAL', line);
      },
    })
    .handler((trigger) => answerRequest(byRoute, findCaller, trigger));
};
