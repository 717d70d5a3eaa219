import type { AwsService } from '../runtime.ts';
import { adminOperations, Refusal } from './admin-operations.ts';
import type { PoolDefinition } from './pool-definition.ts';
import type { Users } from './users.ts';

/**
 * The five calls of the Cognito user pools API that are needed to run the pool: create, disable, enable, read one, list. JSON 1.1 by
 * X-Amz-Target; errors are 400 with Cognito's codes and sentences. No mail is sent and no password exists.
 */
export function createAdminApi(pool: PoolDefinition, users: Users): AwsService {
  const operations = adminOperations(pool, users);
  return async (request) => {
    const [, operation = ''] =
      /^AWSCognitoIdentityProviderService\.(\w+)$/.exec(request.headers['x-amz-target'] ?? '') ?? [];
    try {
      const perform = operations[operation];
      if (!perform)
        throw new Refusal(
          'UnknownOperationException',
          `The local user pool does not know ${operation || 'this operation'}.`,
        );
      return answer(200, perform(parseBody(request.body)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return answer(400, { __type: error.name, message: error.message }, { 'x-amzn-errortype': error.name });
    }
  };
}

const answer = (status: number, value: unknown, headers: Record<string, string> = {}) => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.1', ...headers },
  body: JSON.stringify(value),
});

function parseBody(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new Refusal('SerializationException', 'The request is not JSON.');
  }
}
