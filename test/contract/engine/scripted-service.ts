import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod';

export interface ServiceCall {
  /** `X-Amz-Target` where the service has one, else method and path. */
  readonly operation: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface ServiceReply {
  readonly status: number;
  /** The error's name; it goes into the header and the body, as services differ. */
  readonly error?: string;
}

export interface ScriptedService {
  readonly client: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
    readonly maxAttempts: number;
  };
  readonly calls: ServiceCall[];
  /** Replies in order; when they are used up, an empty success. */
  readonly replies: ServiceReply[];
  close(): Promise<void>;
}

/** A service that only says what it is told, for those that have no engine of their own on this machine. */
export const scriptedService = async (): Promise<ScriptedService> => {
  const calls: ServiceCall[] = [];
  const replies: ServiceReply[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const target = request.headers['x-amz-target'];
    const body = z.record(z.string(), z.unknown()).parse(JSON.parse((await text(request)) || '{}'));
    calls.push({ operation: target === undefined ? `${request.method} ${request.url}` : String(target), body });
    const { status, error } = replies.shift() ?? { status: 200 };
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(error === undefined ? {} : { 'x-amzn-errortype': error }),
    });
    response.end(JSON.stringify(error === undefined ? {} : { __type: error, message: 'as told' }));
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = z.object({ port: z.number() }).parse(server.address());
  return {
    client: {
      endpoint: `http://127.0.0.1:${address.port}`,
      region: 'us-east-1',
      credentials: { accessKeyId: 'operator', secretAccessKey: 'local' },
      maxAttempts: 1,
    },
    calls,
    replies,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
};
