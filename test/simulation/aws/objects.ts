import { createHash } from 'node:crypto';
import { Refusal } from './refusal.ts';
import type { WireAnswer, WireCall } from './wire.ts';

const xmlRefusal = ({ name, status }: Refusal): WireAnswer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${name}</Code><Message>${name}</Message></Error>`,
});

/** What says where the datamart's objects lie: made anew from what is there whenever something has come. */
const replaceable = /^data\/datamart\/.*(objects\.txt|\.sql)$/;

/** Buckets in memory, by `bucket/key`. The product creates objects only, checked against the checksum they come with. */
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

  /** Somebody from outside puts it there, through a link or as the state's pipeline: over whatever lay there. */
  arrive(name: string, content: Buffer): void {
    this.stored.set(name, content);
  }

  #put(name: string, headers: WireCall['headers'], body: Buffer): WireAnswer {
    const isNew = headers['if-none-match'] === '*';
    if (!isNew && !replaceable.test(name)) throw new Error(`${name} is written without an expectation`);
    if (isNew && this.stored.has(name)) return xmlRefusal(new Refusal('PreconditionFailed', 412));
    const checksum = createHash('sha256').update(body).digest('base64');
    if (headers['x-amz-checksum-sha256'] !== checksum) return xmlRefusal(new Refusal('BadDigest', 400));
    this.stored.set(name, body);
    return { status: 200, body: '' };
  }
}
