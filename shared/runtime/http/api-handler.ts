import middy from '@middy/core';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Result } from '../../kernel/result.ts';
import { faultFacts, logger } from '../logger.ts';
import { fileAnswer, type RequestLine, problemAnswer, successAnswer } from './answer.ts';
import type { Door, DoorFailure, DoorReply, OpenDoor } from './door.ts';
import type { FindCaller } from './find-caller.ts';
import { type GateFailure, passGate } from './gate.ts';
import type { Fallback } from './unknown-route.ts';

type Trigger = APIGatewayProxyEventV2WithJWTAuthorizer;
type Answer = APIGatewayProxyStructuredResultV2;

const failureAnswer = (failure: DoorFailure | GateFailure, line: RequestLine): Answer => {
  const facts = 'facts' in failure ? failure.facts : undefined;
  const pointer = 'pointer' in failure ? failure.pointer : undefined;
  if (pointer !== undefined) {
    const told = 'detail' in failure ? failure.detail : undefined;
    const errors = [{ pointer, detail: told ?? 'is not possible here' }];
    return problemAnswer(failure.code, line, { facts, errors, status: 422 });
  }
  return problemAnswer(failure.code, line, { facts, errors: 'errors' in failure ? failure.errors : undefined });
};

const throughGate = async (
  door: Door,
  findCaller: FindCaller,
  trigger: Trigger,
): Promise<Result<DoorReply, DoorFailure | GateFailure>> => {
  const caller = await findCaller(trigger);
  if (!caller.ok) return caller;
  const request = passGate(door.operation, trigger, caller.value);
  return request.ok ? door.answer(request.value) : request;
};

const lineOf = (trigger: Trigger): RequestLine => ({
  path: trigger.rawPath,
  requestId: trigger.requestContext.requestId,
});

const answerThrough = async (door: Door | OpenDoor, findCaller: FindCaller, trigger: Trigger): Promise<Answer> => {
  const line = lineOf(trigger);
  const outcome = 'open' in door ? await door.open() : await throughGate(door, findCaller, trigger);
  if (!outcome.ok) return failureAnswer(outcome.failure, line);
  const { operation } = door;
  const reply = outcome.value;
  if (reply.document !== undefined) return fileAnswer(reply.document, line);
  const body = operation.reply === null ? undefined : operation.reply.parse(reply.body);
  return successAnswer({ ...reply, body, status: reply.status ?? operation.status }, line);
};

const isBusy = (fault: unknown): boolean =>
  fault instanceof Error &&
  /Throttl|ProvisionedThroughput|RequestLimit|TooManyRequests|ServiceUnavailable|TimeoutError/.test(fault.name);

const linesInTheLog: middy.MiddlewareObj<Trigger, Answer> = {
  after: ({ event: trigger, response }) => {
    logger.info('answered', {
      useCase: trigger.routeKey,
      outcome: response?.statusCode,
      requestId: trigger.requestContext.requestId,
    });
  },
  onError: (request) => {
    const line = lineOf(request.event);
    logger.error('fault', { useCase: request.event.routeKey, requestId: line.requestId, ...faultFacts(request.error) });
    request.response = isBusy(request.error)
      ? problemAnswer('UNAVAILABLE', line, { headers: { 'retry-after': '2' } })
      : problemAnswer('INTERNAL', line);
  },
};

const notFound: Fallback = (_trigger, line) => problemAnswer('NOT_FOUND', line);

/**
 * The middy stack of an API area: one line in the log when a request is answered, every fault a 5xx without internals.
 * Replies are checked against the contract on the way out: a reply that breaks it is a fault of ours. `fallback` answers
 * what is no route of this area.
 */
export const apiHandler = (
  doors: readonly (Door | OpenDoor)[],
  findCaller: FindCaller,
  fallback: Fallback = notFound,
) => {
  const byRoute = new Map(doors.map((door) => [`${door.operation.method} ${door.operation.path}`, door]));
  return middy<Trigger, Answer>()
    .use(linesInTheLog)
    .handler(async (trigger: Trigger) => {
      const door = byRoute.get(trigger.routeKey);
      return door === undefined ? fallback(trigger, lineOf(trigger)) : answerThrough(door, findCaller, trigger);
    });
};
