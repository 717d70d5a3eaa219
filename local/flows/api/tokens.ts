import * as z from 'zod';
import { mostPayloadBytes } from '../execution/payload.ts';
import type { TokenDesk } from '../execution/token-desk.ts';
import { executionOfToken } from '../execution/walk-scope.ts';
import type { FlowEngine } from '../flow-engine.ts';
import type { Operation } from './operation.ts';
import { ServiceError } from './service-error.ts';

const heartbeatSchema = z.object({ taskToken: z.string().min(1).max(2048) });
const successSchema = heartbeatSchema.extend({ output: z.string() });
const failureSchema = heartbeatSchema.extend({
  error: z.string().max(256).default(''),
  cause: z.string().max(32_768).default(''),
});

export function tokenOperations(engine: FlowEngine, tokens: TokenDesk): Readonly<Record<string, Operation>> {
  const assertOpen = (token: string) => {
    const execution = executionOfToken(token);
    if (!execution) throw new ServiceError('InvalidToken', "Invalid Token: 'Invalid token'");
    if (!engine.all().some(({ arn }) => arn === execution)) {
      throw new ServiceError('TaskDoesNotExist', "Task does not exist: 'Provided task does not exist'");
    }
    if (!tokens.isOpen(token))
      throw new ServiceError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
  };
  return {
    SendTaskSuccess(request) {
      const { taskToken, output } = successSchema.parse(request);
      const value = parseOutput(output);
      assertOpen(taskToken);
      tokens.succeed(taskToken, value);
      return {};
    },
    SendTaskFailure(request) {
      const { taskToken, error, cause } = failureSchema.parse(request);
      assertOpen(taskToken);
      tokens.fail(taskToken, error, cause);
      return {};
    },
    SendTaskHeartbeat(request) {
      assertOpen(heartbeatSchema.parse(request).taskToken);
      return {};
    },
  };
}

function parseOutput(output: string): unknown {
  const bytes = Buffer.byteLength(output);
  if (bytes > mostPayloadBytes) {
    throw new ServiceError(
      'ValidationException',
      `Value at 'output' failed to satisfy constraint: at most ${mostPayloadBytes} bytes`,
    );
  }
  try {
    return JSON.parse(output);
  } catch (failure) {
    throw new ServiceError('InvalidOutput', `Invalid Output: '${String(failure)}'`);
  }
}
