import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readBody } from '../http/read-body.ts';

export interface Invocation {
  readonly id: string;
  readonly payload: string;
  readonly functionArn: string;
  /** By the local clock, in milliseconds. */
  readonly deadline: number;
  readonly clockOffset: number;
}

export type Reply =
  | { readonly kind: 'response'; readonly body: string }
  | { readonly kind: 'error'; readonly body: string }
  | { readonly kind: 'init-error'; readonly body: string };

export interface RuntimeApi {
  /** host:port, as AWS_LAMBDA_RUNTIME_API wants it. */
  readonly address: string;
  /** Hands the invocation to the process as soon as it asks for one. */
  deliver(invocation: Invocation): void;
  close(): void;
}

/** Lambda answers at most 6 MB of a function's; we read a little more to be able to say so. */
const largestReply = 8 * 1024 * 1024;

/** The documented Runtime API for one instance of a function. `onReady` is told when the process asks for its first invocation. */
export async function startRuntimeApi(onReply: (reply: Reply) => void, onReady: () => void): Promise<RuntimeApi> {
  let waiting: ServerResponse | undefined;
  let pending: Invocation | undefined;

  const handOver = () => {
    if (!waiting || !pending) return;
    waiting.writeHead(200, invocationHeaders(pending)).end(pending.payload);
    waiting = undefined;
    pending = undefined;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.method === 'GET' && request.url?.endsWith('/invocation/next')) {
      waiting = response;
      onReady();
      handOver();
      return;
    }
    const reply = await readReply(request);
    response.writeHead(reply ? 202 : 404).end('{}');
    if (reply) onReply(reply);
  };

  // A process that is killed while it replies leaves half a request behind; its end is told by its exit.
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  // An idle instance waits for its next invocation as long as it lives.
  server.requestTimeout = 0;
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${portOf(server.address())}`,
    deliver(invocation) {
      pending = invocation;
      handOver();
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function readReply(request: IncomingMessage): Promise<Reply | undefined> {
  const kind = /\/runtime\/(?:invocation\/[^/]+\/(response|error)|(init)\/error)$/.exec(request.url ?? '');
  const body = await readBody(request, largestReply);
  const text = body === 'too-large' ? ' '.repeat(largestReply) : body.toString();
  if (kind?.[1] === 'response') return { kind: 'response', body: text };
  if (kind?.[1] === 'error') return { kind: 'error', body: text };
  return kind?.[2] === 'init' ? { kind: 'init-error', body: text } : undefined;
}

function invocationHeaders({ id, functionArn, deadline, clockOffset }: Invocation): Record<string, string> {
  return {
    'content-type': 'application/json',
    'lambda-runtime-aws-request-id': id,
    'lambda-runtime-deadline-ms': String(deadline),
    'lambda-runtime-invoked-function-arn': functionArn,
    'x-local-clock-offset': String(clockOffset),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The Runtime API has no port');
  return address.port;
}
