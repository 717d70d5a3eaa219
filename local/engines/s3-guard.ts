import type { buildApp } from 'fauxqs';
import type { S3Store } from '../../node_modules/fauxqs/dist/s3/s3Store.js';
import type { Resource } from '../runtime.ts';
import { corsHeaders, corsRulesOf } from './s3-cors.ts';
import { s3ErrorDocument } from './s3-error.ts';

type Server = ReturnType<typeof buildApp>;

/** Query keys the engine understands. Any other names a sub-resource, which it would take for the object itself. */
const knownQueryKeys: ReadonlySet<string> = new Set([
  'attributes',
  'continuation-token',
  'delete',
  'delimiter',
  'encoding-type',
  'fetch-owner',
  'list-type',
  'marker',
  'max-keys',
  'partNumber',
  'prefix',
  'start-after',
  'uploadId',
  'uploads',
  'x-id',
]);

const responseOverrides: ReadonlyMap<string, string> = new Map([
  ['response-content-disposition', 'content-disposition'],
  ['response-content-type', 'content-type'],
  ['response-cache-control', 'cache-control'],
]);

/**
 * Closes the gaps of the S3 engine that would lose data or hide a fault: an unknown sub-resource is 501 instead of an
 * overwritten object, conditional writes hold, browsers get the bucket's CORS answers and the asked response headers.
 */
export function guardS3(app: Server, store: S3Store, buckets: readonly Resource[]): void {
  const rules = corsRulesOf(buckets);

  app.addHook('onRequest', (request, reply, done) => {
    const { bucket, key, query } = objectOf(request.url);
    if (bucket === '') return done();
    const origin = request.headers.origin;
    const asked = request.headers['access-control-request-method'] ?? request.method;
    const cors = origin === undefined ? undefined : corsHeaders(rules.get(bucket) ?? [], origin, asked);
    if (cors) reply.headers(cors);
    if (request.method === 'OPTIONS') {
      reply.status(cors ? 200 : 403).send(cors ? '' : s3ErrorDocument('AccessForbidden', 'CORSResponse: not allowed'));
      return;
    }
    const unknown = unsupported(request.method, key, query);
    if (unknown) {
      const message = `The local S3 does not implement "${unknown}"`;
      reply.status(501).type('application/xml').send(s3ErrorDocument('NotImplemented', message));
      return;
    }
    done();
  });

  // After the body has arrived and in the same turn as the write itself, so that of two racing writers one is refused.
  app.addHook('preHandler', (request, reply, done) => {
    const { bucket, key } = objectOf(request.url);
    if (key === '' || !['PUT', 'POST', 'DELETE'].includes(request.method)) return done();
    const refusal = conditionRefusal(
      request.headers['if-none-match'],
      request.headers['if-match'],
      find(store, bucket, key),
    );
    if (!refusal) return done();
    reply.status(refusal.status).type('application/xml').send(s3ErrorDocument(refusal.code, refusal.message));
  });

  app.addHook('onSend', (request, reply, _payload, done) => {
    const { query } = objectOf(request.url);
    for (const [name, header] of responseOverrides) {
      const value = query.get(name);
      if (value !== null && reply.statusCode < 300) reply.header(header, value);
    }
    done();
  });
}

/** Which object of which bucket a request is about. */
export function objectOf(url: string): { bucket: string; key: string; query: URLSearchParams } {
  const { pathname, searchParams } = new URL(url, 'http://s3');
  const [, bucket = '', ...rest] = pathname.split('/');
  return { bucket, key: decodeURIComponent(rest.join('/')), query: searchParams };
}

function unsupported(method: string, key: string, query: URLSearchParams): string | undefined {
  const unknown = [...query.keys()].find(
    (name) => !knownQueryKeys.has(name) && !responseOverrides.has(name) && !name.toLowerCase().startsWith('x-amz-'),
  );
  if (unknown) return unknown;
  // Lists of uploads and parts would be answered with a list of objects or the object.
  const listsParts = method === 'GET' && (query.has('uploads') || query.has('uploadId'));
  return listsParts ? `list of multipart uploads ${key}` : undefined;
}

function find(store: S3Store, bucket: string, key: string): { etag: string } | undefined {
  try {
    return store.headObject(bucket, key);
  } catch {
    return undefined;
  }
}

/** S3's conditional writes: `If-None-Match: *` wants no object there, `If-Match` exactly that version of it. */
function conditionRefusal(
  ifNoneMatch: string | undefined,
  ifMatch: string | undefined,
  object: { etag: string } | undefined,
): { status: number; code: string; message: string } | undefined {
  const failed = 'At least one of the pre-conditions you specified did not hold';
  if (ifNoneMatch === '*' && object) return { status: 412, code: 'PreconditionFailed', message: failed };
  if (ifMatch === undefined) return undefined;
  if (!object) return { status: 404, code: 'NoSuchKey', message: 'The specified key does not exist.' };
  const same = ifMatch === '*' || ifMatch.replaceAll('"', '') === object.etag.replaceAll('"', '');
  return same ? undefined : { status: 412, code: 'PreconditionFailed', message: failed };
}
