import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readBody } from '../http/read-body.ts';
import type { LocalClock, Overhear, Part } from '../runtime.ts';
import { type AdmissionOptions, createAdmission } from './admission.ts';
import { readSignature } from './caller.ts';
import { answer, type CarryOutOptions, copy, createCarryOut } from './carry-out.ts';
import { createForward } from './forward.ts';
import type { Call } from './operation.ts';
import { presignedRefusal } from './presigned.ts';
import { accessDenied, refusal } from './refusal.ts';

export interface GatewayOptions extends AdmissionOptions, Omit<CarryOutOptions, 'forward' | 'engines'> {
  readonly port: number;
  readonly engines: { readonly dynamodb: string; readonly sqs: string; readonly s3: string };
  readonly clock: LocalClock;
  readonly overhear: Overhear;
}

const largestBody = 12 * 1024 * 1024;

/**
 * The one endpoint of all AWS services. It tells the service by the signature's scope, checks the caller's role against the
 * template's policies, lets the fault switch strike, and hands the call to the engine or service that answers it.
 */
export function createGateway(options: GatewayOptions): Part {
  const { forward, close } = createForward();
  const admit = createAdmission(options);
  const carryOut = createCarryOut({ ...options, forward });
  const server = createServer((request, response) => {
    options.overhear('request to AWS', `${request.method} ${request.url}`);
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
    if (call.method === 'OPTIONS') return copy(await forward(options.engines.s3, call), response);
    const signature = readSignature(request);
    if (!signature) return answer(response, accessDenied('s3', 'Access Denied'));
    const stale = signature.presigned && presignedRefusal(request, options.clock.now());
    if (stale) return answer(response, accessDenied('s3', stale));
    const admission = admit(call, signature);
    if ('refused' in admission) return answer(response, admission.refused);
    await carryOut(call, signature, admission, response);
  }

  return {
    name: 'AWS gateway',
    start: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject).listen(options.port, '127.0.0.1', resolve);
      }),
    async stop() {
      close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function flat(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, [value].flat().join(', ')]],
    ),
  );
}
