import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { readBody } from '../http/read-body.ts';
import type { AwsResponse, AwsService, LocalClock, Part } from '../runtime.ts';
import { lackingRight } from './access.ts';
import type { Authorize } from './authorize.ts';
import { readSignature, type Signature } from './caller.ts';
import type { Caller } from './callers.ts';
import { dynamodbOperation } from './dynamodb-operation.ts';
import type { CallFault, Faults } from './faults.ts';
import { createForward } from './forward.ts';
import type { Call, Operation } from './operation.ts';
import { presignedRefusal } from './presigned.ts';
import { accessDenied, refusal, throttled } from './refusal.ts';
import { s3Operation } from './s3-operation.ts';
import {
  cognitoOperation,
  schedulerOperation,
  sesOperation,
  sqsOperation,
  statesOperation,
} from './service-operation.ts';

export interface GatewayOptions {
  readonly port: number;
  /** Endpoints of the engines that answer over HTTP. */
  readonly engines: { readonly dynamodb: string; readonly sqs: string; readonly s3: string };
  /** Services that answer in this process, by the name in the credential scope. */
  readonly services: Readonly<Record<string, AwsService>>;
  /** Access key id to caller. */
  readonly callers: ReadonlyMap<string, Caller>;
  readonly partitionKeys: ReadonlyMap<string, string>;
  readonly authorize: Authorize;
  readonly faults: Faults;
  readonly clock: LocalClock;
  /** Kills the instance of a function that holds this session token, for crash faults. */
  readonly crash: (sessionToken: string | undefined) => void;
  readonly log: (line: string) => void;
}

const largestBody = 12 * 1024 * 1024;

/**
 * The one endpoint of all AWS services. It tells the service by the signature's scope, checks the caller's role against the
 * template's policies, lets the fault switch strike, and hands the call to the engine or service that answers it.
 */
export function createGateway(options: GatewayOptions): Part {
  const engineCalls = createForward();
  const engines: Readonly<Record<string, string>> = options.engines;
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      options.log(`gateway: ${error instanceof Error ? error.message : String(error)}`);
      response.destroy();
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, largestBody);
    if (body === 'too-large') return answer(response, refusal('s3', 413, 'EntityTooLarge', 'The body is too large'));
    const call: Call = { method: request.method ?? 'GET', path: request.url ?? '/', headers: flat(request), body };
    // A browser asks before its upload without signing; only S3 has such callers.
    if (call.method === 'OPTIONS') return pass(call, options.engines.s3, response);
    const signature = readSignature(request);
    if (!signature) return answer(response, accessDenied('s3', 'Access Denied'));
    const stale = signature.presigned && presignedRefusal(request, options.clock.now());
    if (stale) return answer(response, accessDenied('s3', stale));
    await dispatch(call, signature, response);
  }

  async function dispatch(call: Call, signature: Signature, response: ServerResponse): Promise<void> {
    const { service } = signature;
    const caller = options.callers.get(signature.accessKeyId);
    const operation = operationOf(service, call);
    if (!caller) return answer(response, refusal(service, 403, 'UnrecognizedClientException', 'Unknown access key id'));
    if (!operation) {
      options.log(`gateway: ${caller.name} called ${service}, which the local runtime does not have`);
      return answer(response, refusal(service, 501, 'NotImplemented', `No ${service} on this machine`));
    }
    const lacking = lackingRight(options.authorize, caller, operation.rights);
    if (lacking) {
      options.log(`access denied: ${lacking}`);
      return answer(response, accessDenied(service, lacking));
    }
    const fault = options.faults.strike({ caller: caller.name, service, operation: operation.name });
    await carryOut(call, signature, caller, fault, response);
  }

  async function carryOut(
    call: Call,
    { service, sessionToken }: Signature,
    caller: Caller,
    fault: CallFault | undefined,
    response: ServerResponse,
  ): Promise<void> {
    if (fault?.action === 'throttle') return answer(response, throttled(service));
    if (fault?.action === 'delay') await delay(fault.ms);
    if (fault?.action === 'crash-before') options.crash(sessionToken);
    if (fault?.action === 'crash-before' || fault?.action === 'lose') {
      response.destroy();
      return;
    }
    const engine = engines[service];
    const inProcess = options.services[service];
    const deliver = engine
      ? await engineCalls.forward(engine, call).then((incoming) => () => copy(incoming, response))
      : await inProcess?.({ ...call, service, caller: caller.name }).then((reply) => () => answer(response, reply));
    if (fault?.action === 'crash-after') options.crash(sessionToken);
    if (fault?.action === 'crash-after' || fault?.action === 'drop-reply') response.destroy();
    else deliver?.();
  }

  async function pass(call: Call, engine: string, response: ServerResponse): Promise<void> {
    copy(await engineCalls.forward(engine, call), response);
  }

  function operationOf(service: string, call: Call): Operation | undefined {
    if (service === 'dynamodb') return dynamodbOperation(call, options.partitionKeys);
    if (!(service in engines) && !(service in options.services)) return undefined;
    return operations[service]?.(call);
  }

  return {
    name: 'AWS gateway',
    start: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject).listen(options.port, '127.0.0.1', resolve);
      }),
    async stop() {
      engineCalls.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const operations: Readonly<Record<string, (call: Call) => Operation>> = {
  'cognito-idp': cognitoOperation,
  s3: s3Operation,
  scheduler: schedulerOperation,
  ses: sesOperation,
  sqs: sqsOperation,
  states: statesOperation,
};

function answer(response: ServerResponse, { status, headers, body }: AwsResponse): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
}

function copy(incoming: IncomingMessage, response: ServerResponse): void {
  const { connection: _connection, 'keep-alive': _keepAlive, ...headers } = incoming.headers;
  response.writeHead(incoming.statusCode ?? 502, headers);
  incoming.pipe(response);
}

function flat(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, [value].flat().join(', ')]],
    ),
  );
}
