import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Refusal } from './refusal.ts';

/** A request as an SDK client puts it on the wire, its body collected. */
export interface WireCall {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** The request as it comes from the SDK: typed there by a package of the SDK's own. */
interface SdkRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const collected = async (body: unknown): Promise<Buffer> => {
  if (body === undefined || body === null) return Buffer.alloc(0);
  if (typeof body === 'string') return Buffer.from(body);
  if (body instanceof Uint8Array) return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (body instanceof Readable) return buffer(body);
  throw new Error('a body of no known kind');
};

/** Content comes as a stream, as its readers need it; a text is there at once, which spares the clients a stream a call. */
const arriving = (body: string | Buffer): Buffer | Readable =>
  typeof body === 'string' ? Buffer.from(body) : Readable.from([body]);

/** What a client is given instead of sockets. */
export const requestHandler = (answer: (call: WireCall) => Promise<WireAnswer>) => ({
  metadata: { handlerProtocol: 'simulated' },
  updateHttpClientConfig: () => undefined,
  httpHandlerConfigs: () => ({}),
  destroy: () => undefined,
  handle: async (request: SdkRequest) => {
    const { method, path, query = {}, headers } = request;
    const {
      status,
      headers: answered = {},
      body,
    } = await answer({
      method,
      path,
      query,
      headers,
      body: await collected(request.body),
    });
    return { response: { statusCode: status, headers: answered, body: arriving(body) } };
  },
});

export const jsonAnswer = (value: unknown): WireAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: JSON.stringify(value),
});

/** A refusal in the JSON protocols. */
export const refusalAnswer = ({ name, status, more }: Refusal): WireAnswer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-errortype': name },
  body: JSON.stringify({ __type: name, message: name, ...more }),
});

/** What a service says, its refusals included; what it cannot do at all is a fault of the simulation. */
export const answered = (say: () => WireAnswer): WireAnswer => {
  try {
    return say();
  } catch (fault) {
    if (fault instanceof Refusal) return refusalAnswer(fault);
    throw fault;
  }
};

/** The operation's name in the JSON protocols. */
export const targetOf = ({ headers }: WireCall): string => (headers['x-amz-target'] ?? '').split('.').at(-1) ?? '';

export const clientSettings = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'simulated', secretAccessKey: 'simulated' },
};
