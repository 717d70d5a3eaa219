import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { AwsResponse, AwsService } from '../runtime.ts';
import type { Admitted } from './admission.ts';
import type { Authorize } from './authorize.ts';
import type { Signature } from './caller.ts';
import type { Faults } from './faults.ts';
import type { Forward } from './forward.ts';
import type { Call, Operation } from './operation.ts';
import { accessDenied, throttled } from './refusal.ts';

export interface CarryOutOptions {
  /** Service to the endpoint of the engine that answers it. */
  readonly engines: Readonly<Record<string, string>>;
  /** Services that answer in this process. */
  readonly services: Readonly<Record<string, AwsService>>;
  readonly forward: Forward;
  readonly faults: Faults;
  readonly authorize: Authorize;
  /** Kills the instance of a function that holds this session token. */
  readonly crash: (sessionToken: string | undefined) => void;
  /** Hears of each call that was answered, whatever its caller gets to see of the answer. */
  readonly answered: (operation: Operation) => void;
}

/** Has an admitted call answered by its engine or service, unless a fault strikes before or after. */
export function createCarryOut(options: CarryOutOptions) {
  return async (call: Call, signature: Signature, admitted: Admitted, response: ServerResponse): Promise<void> => {
    const { service, sessionToken } = signature;
    const { caller, operation } = admitted;
    const fault = options.faults.strike({ caller: caller.name, service, operation: operation.name });
    if (fault?.action === 'throttle') return answer(response, throttled(service));
    if (fault?.action === 'delay') await delay(fault.ms);
    if (fault?.action === 'crash-before') options.crash(sessionToken);
    if (fault?.action === 'crash-before' || fault?.action === 'lose') return cut(response);
    const reply = await replyTo(call, service, admitted);
    options.answered(operation);
    if (fault?.action === 'crash-after') options.crash(sessionToken);
    if (fault?.action === 'crash-after' || fault?.action === 'drop-reply') return cut(response);
    reply(response);
  };

  async function replyTo(call: Call, service: string, admitted: Admitted): Promise<(response: ServerResponse) => void> {
    const engine = options.engines[service];
    if (engine === undefined) {
      const reply = await options.services[service]?.({ ...call, service, caller: admitted.caller.name });
      if (!reply) throw new Error(`Nobody answers ${service}`);
      return (response) => answer(response, reply);
    }
    const incoming = await options.forward(engine, call);
    if (incoming.statusCode !== 404 || mayKnowAbsence(admitted)) return (response) => copy(incoming, response);
    incoming.resume();
    return (response) => answer(response, accessDenied('s3', 'Access Denied'));
  }

  /** To somebody who may not list the bucket S3 does not tell a missing object from a forbidden one. */
  function mayKnowAbsence({ caller: { roleArn }, operation: { name, rights } }: Admitted): boolean {
    if (roleArn === undefined || (name !== 'GetObject' && name !== 'HeadObject')) return true;
    const bucket = rights[0]?.resources[0]?.replace(/\/.*$/s, '') ?? '';
    return options.authorize(roleArn, 's3:ListBucket', bucket);
  }
}

export function answer(response: ServerResponse, { status, headers, body }: AwsResponse): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
}

export function copy(incoming: IncomingMessage, response: ServerResponse): void {
  const { connection: _connection, 'keep-alive': _keepAlive, ...headers } = incoming.headers;
  response.writeHead(incoming.statusCode ?? 502, headers);
  incoming.pipe(response);
}

/** The caller sees its connection break, as when a reply is lost. */
function cut(response: ServerResponse): void {
  response.destroy();
}
