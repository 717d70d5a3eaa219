import * as z from 'zod';
import type { AwsResponse, AwsService, LocalClock } from '../../runtime.ts';
import type { ScheduleStore } from '../schedule-store.ts';
import { groupOperations } from './groups.ts';
import type { Operation } from './operation.ts';
import { Refusal, statusOf } from './refusal.ts';
import { scheduleOperations } from './schedules.ts';

/** EventBridge Scheduler on the wire: REST with JSON bodies, the error's type in a header. */
export function createScheduleService(store: ScheduleStore, clock: LocalClock): AwsService {
  const operations: Readonly<Record<string, Operation>> = {
    ...scheduleOperations(store, clock),
    ...groupOperations(store, clock),
  };
  return async ({ method, path, body }) => {
    const url = new URL(path, 'http://scheduler');
    const [collection = '', name] = url.pathname.slice(1).split('/').map(decodeURIComponent);
    const operation = operations[`${method} /${collection}${name === undefined ? '' : '/name'}`];
    if (!operation)
      return answer(404, { Message: `${method} ${url.pathname} is not served here` }, 'UnknownOperationException');
    try {
      const json: unknown = JSON.parse(body.toString() || '{}');
      return answer(200, operation({ name: name ?? '', query: Object.fromEntries(url.searchParams), body: json }));
    } catch (failure) {
      return refusal(failure);
    }
  };
}

function refusal(failure: unknown): AwsResponse {
  if (failure instanceof Refusal) return answer(statusOf[failure.code], { Message: failure.message }, failure.code);
  if (failure instanceof z.ZodError) return answer(400, { Message: z.prettifyError(failure) }, 'ValidationException');
  if (failure instanceof SyntaxError) return answer(400, { Message: failure.message }, 'ValidationException');
  throw failure;
}

function answer(status: number, body: object, errorType?: string): AwsResponse {
  const headers = { 'content-type': 'application/json', ...(errorType ? { 'x-amzn-errortype': errorType } : {}) };
  return { status, headers, body: JSON.stringify(body) };
}
