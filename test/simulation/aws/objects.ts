import { createHash } from 'node:crypto';
import { Refusal } from './refusal.ts';
import type { WireAnswer, WireCall } from './wire.ts';

const xmlRefusal = ({ name, status }: Refusal): WireAnswer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${name}</Code><Message>${name}</Message></Error>`,
});

/** Buckets in memory, by `bucket/key`. Objects are created only, and checked against the checksum they come with. */
export class SimulatedObjects {
  readonly stored: Map<string, Buffer>;

  constructor(from: ReadonlyMap<string, Buffer> = new Map()) {
    this.stored = new Map(from);
  }

  answer({ method, path, headers, body }: WireCall): WireAnswer {
    const name = decodeURIComponent(path).replace(/^\//, '');
    if (method === 'PUT') return this.#put(name, headers, body);
    if (method !== 'GET') throw new Error(`the simulated buckets do no ${method}`);
    const content = this.stored.get(name);
    return content === undefined ? xmlRefusal(new Refusal('NoSuchKey', 404)) : { status: 200, body: content };
  }

  #put(name: string, headers: WireCall['headers'], body: Buffer): WireAnswer {
    if (headers['if-none-match'] !== '*') throw new Error(`${name} is written without an expectation`);
    if (this.stored.has(name)) return xmlRefusal(new Refusal('PreconditionFailed', 412));
    const checksum = createHash('sha256').update(body).digest('base64');
    if (headers['x-amz-checksum-sha256'] !== checksum) return xmlRefusal(new Refusal('BadDigest', 400));
    this.stored.set(name, body);
    return { status: 200, body: '' };
  }
}
