import * as z from 'zod';
import type { Invoker, InvokeOutcome } from '../../runtime.ts';
import { FlowError } from '../execution/flow-error.ts';
import { type Authorize, type Integration, requireGrant } from './integrate.ts';

const inputSchema = z.object({ FunctionName: z.string(), Payload: z.unknown() });
const failureSchema = z.looseObject({ errorType: z.string() });

/**
 * `lambda:invoke` answers with the payload in an envelope, a plain function ARN with the payload itself.
 * A function's error keeps its errorType as the name Retry and Catch see, and its JSON as the cause; without an errorType
 * it is Lambda.Unknown; a call that reached no function is Lambda.<name of the refusal>.
 */
export function lambdaIntegrations(invoker: Invoker, authorize: Authorize): Readonly<Record<string, Integration>> {
  const invoke: Integration = async (input, machine) => {
    const { FunctionName, Payload } = inputSchema.parse(input);
    const functionArn = withoutQualifier(FunctionName);
    requireGrant(authorize, machine, 'Lambda.AWSLambdaException', 'lambda:InvokeFunction', functionArn);
    const outcome = await invoker.invoke(functionArn, Payload ?? {}).catch(refuse);
    if (outcome.functionError !== undefined) throw functionFailure(outcome);
    return outcome.payload;
  };
  return {
    'lambda:function': invoke,
    'lambda:invoke': async (input, machine) => ({
      ExecutedVersion: '$LATEST',
      Payload: await invoke(input, machine),
      StatusCode: 200,
    }),
  };
}

function functionFailure({ payload }: InvokeOutcome): FlowError {
  const cause = JSON.stringify(payload);
  const { data } = failureSchema.safeParse(payload);
  return data
    ? new FlowError(data.errorType, cause)
    : new FlowError(
        'Lambda.Unknown',
        `The cause could not be determined because Lambda did not return an error type. Returned payload: ${cause}`,
      );
}

/** TooManyRequestsException and the like keep their name; what has none is the service's fault. */
function refuse(thrown: unknown): never {
  const { name, message } = thrown instanceof Error ? thrown : new Error(String(thrown));
  throw new FlowError(`Lambda.${name === 'Error' ? 'ServiceException' : name}`, message);
}

/** A name becomes the function's ARN, as the grants are written; `:$LATEST` is the only version there is. */
function withoutQualifier(functionName: string): string {
  const [, arn] = /^(arn:aws:lambda:[^:]*:\d+:function:[^:]+)/.exec(functionName) ?? [];
  return arn ?? `arn:aws:lambda:us-east-1:000000000000:function:${functionName.split(':')[0]}`;
}
