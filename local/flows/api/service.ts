import * as z from 'zod';
import type { AwsResponse, AwsService } from '../../runtime.ts';
import type { TokenDesk } from '../execution/token-desk.ts';
import type { FlowEngine } from '../flow-engine.ts';
import { executionOperations } from './executions.ts';
import { machineOperations } from './machines.ts';
import type { Operation } from './operation.ts';
import { ServiceError } from './service-error.ts';
import { tokenOperations } from './tokens.ts';

/** Step Functions on the wire: JSON over POST, the operation in X-Amz-Target, errors as 400 with a typed body. */
export function createFlowService(engine: FlowEngine, tokens: TokenDesk): AwsService {
  const operations = new Map<string, Operation>(
    Object.entries({
      ...executionOperations(engine),
      ...machineOperations(engine),
      ...tokenOperations(engine, tokens),
    }),
  );
  return async (request) => {
    const name = request.headers['x-amz-target']?.split('.').at(-1) ?? '';
    const operation = operations.get(name);
    if (!operation) return refusal('UnknownOperationException', `${name} is not served here`);
    try {
      return answer(200, operation(JSON.parse(request.body.toString() || '{}')));
    } catch (failure) {
      if (failure instanceof ServiceError) return refusal(failure.code, failure.message);
      if (failure instanceof z.ZodError) return refusal('ValidationException', z.prettifyError(failure));
      throw failure;
    }
  };
}

function refusal(code: string, message: string): AwsResponse {
  return answer(400, { __type: `com.amazonaws.swf.service.v2.model#${code}`, message });
}

function answer(status: number, body: unknown): AwsResponse {
  return { status, headers: { 'content-type': 'application/x-amz-json-1.0' }, body: JSON.stringify(body) };
}
