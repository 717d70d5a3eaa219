import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Every caller's secret: who calls is told by the access key id, and nothing here is worth stealing. */
export const secretAccessKey = 'local';

/**
 * Why S3 would refuse this presigned request: expired by the given clock, or altered after signing; undefined when it is good.
 * The link's age follows the local clock, since the function that signed it did so by that clock.
 */
export function presignedRefusal(request: IncomingMessage, now: Date): string | undefined {
  const url = new URL(request.url ?? '/', 'http://gateway');
  const signedAt = parseAmzDate(url.searchParams.get('X-Amz-Date') ?? '');
  const lifetime = Number(url.searchParams.get('X-Amz-Expires')) * 1_000;
  if (!(now.getTime() <= signedAt + lifetime)) return 'Request has expired';
  return expectedSignature(request, url) === url.searchParams.get('X-Amz-Signature')
    ? undefined
    : 'The request signature we calculated does not match the signature you provided.';
}

function parseAmzDate(text: string): number {
  return Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}

/** Signature Version 4 with the parameters in the query. */
function expectedSignature(request: IncomingMessage, url: URL): string {
  const parameter = (name: string) => url.searchParams.get(name) ?? '';
  const [, date = '', region = '', service = ''] = parameter('X-Amz-Credential').split('/');
  const signedHeaders = parameter('X-Amz-SignedHeaders');
  const canonicalQuery = [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
  const canonicalHeaders = signedHeaders.split(';').map((name) => `${name}:${header(request, name)}\n`);
  const canonicalRequest = [
    request.method,
    url.pathname
      .split('/')
      .map((part) => encode(decodeURIComponent(part)))
      .join('/'),
    canonicalQuery,
    canonicalHeaders.join(''),
    signedHeaders,
    parameter('X-Amz-Content-Sha256') || 'UNSIGNED-PAYLOAD',
  ].join('\n');
  const scope = [date, region, service, 'aws4_request'];
  const toSign = ['AWS4-HMAC-SHA256', parameter('X-Amz-Date'), scope.join('/'), sha256(canonicalRequest)].join('\n');
  const key = scope.reduce((secret: string | Buffer, part) => hmac(secret, part), `AWS4${secretAccessKey}`);
  return hmac(key, toSign).toString('hex');
}

function header(request: IncomingMessage, name: string): string {
  return [request.headers[name] ?? ''].flat().join(',').trim().replace(/\s+/g, ' ');
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
