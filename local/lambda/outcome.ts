import type { InvokeOutcome } from '../runtime.ts';
import type { Reply } from './runtime-api.ts';

const largestResponse = 6_291_556;

/** What a caller of the function sees of what its process replied. */
export function outcomeOf({ kind, body }: Reply): InvokeOutcome {
  if (Buffer.byteLength(body) > largestResponse) {
    return failure(
      'Function.ResponseSizeTooLarge',
      `Response payload size exceeded maximum allowed payload size (${largestResponse} bytes).`,
    );
  }
  const payload: unknown = JSON.parse(body === '' ? 'null' : body);
  return { payload, functionError: kind === 'response' ? undefined : 'Unhandled' };
}

/** An error the platform itself reports about a function. */
export function failure(errorType: string, errorMessage: string): InvokeOutcome {
  return { payload: { errorType, errorMessage }, functionError: 'Unhandled' };
}
