import type { AwsResponse } from '../runtime.ts';
import { lackingRight } from './access.ts';
import type { Authorize } from './authorize.ts';
import type { Signature } from './caller.ts';
import type { Caller } from './callers.ts';
import { dynamodbOperation } from './dynamodb-operation.ts';
import type { KeyRights } from './key-rights.ts';
import type { Call, Operation } from './operation.ts';
import { accessDenied, refusal } from './refusal.ts';
import { s3Operation } from './s3-operation.ts';
import {
  cognitoOperation,
  schedulerOperation,
  sesOperation,
  sqsOperation,
  statesOperation,
} from './service-operation.ts';

/** A call whose caller may make it. */
export interface Admitted {
  readonly caller: Caller;
  readonly operation: Operation;
}

export interface AdmissionOptions {
  /** Access key id to caller. */
  readonly callers: ReadonlyMap<string, Caller>;
  /** Table name to the name of its partition key. */
  readonly partitionKeys: ReadonlyMap<string, string>;
  readonly authorize: Authorize;
  readonly keyRights: KeyRights;
  readonly log: (line: string) => void;
}

/** Tells what a call wants and whether its caller may; the answer to a refused one is what AWS would send. */
export function createAdmission(
  options: AdmissionOptions,
): (call: Call, signature: Signature) => Admitted | { readonly refused: AwsResponse } {
  const operations: Readonly<Record<string, (call: Call) => Operation>> = {
    'cognito-idp': cognitoOperation,
    dynamodb: (call) => dynamodbOperation(call, options.partitionKeys),
    s3: s3Operation,
    scheduler: schedulerOperation,
    ses: sesOperation,
    sqs: sqsOperation,
    states: statesOperation,
  };
  return (call, { accessKeyId, service }) => {
    const caller = options.callers.get(accessKeyId);
    if (!caller) return { refused: refusal(service, 403, 'UnrecognizedClientException', 'Unknown access key id') };
    const operation = operations[service]?.(call);
    if (!operation) {
      options.log(`gateway: ${caller.name} called ${service}, which the local runtime does not have`);
      return { refused: refusal(service, 501, 'NotImplemented', `No ${service} on this machine`) };
    }
    const rights = [...operation.rights, ...options.keyRights(operation.rights)];
    const lacking = lackingRight(options.authorize, caller, rights);
    if (lacking === undefined) return { caller, operation };
    options.log(`access denied: ${lacking}`);
    return { refused: accessDenied(service, lacking) };
  };
}
