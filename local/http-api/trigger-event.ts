import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { JWTPayload } from 'jose';
import { accountId } from '../assembly/identity.ts';
import { claimTexts } from './claim-texts.ts';
import { scopesOf } from './jwt-authorizer.ts';

export interface Received {
  readonly request: IncomingMessage;
  readonly requestId: string;
  readonly apiId: string;
  readonly routeKey: string;
  /** Decoded: that is what an HTTP API calls `rawPath`. */
  readonly path: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Undefined on an open route. */
  readonly jwt: { readonly claims: JWTPayload; readonly scopes: readonly string[] } | undefined;
  readonly now: Date;
  /** What the CDN adds on the way. */
  readonly originHeaders: Readonly<Record<string, string>>;
}

/** The payload of format 2.0 a Lambda proxy integration sends. Parts without content are absent, not empty. */
export function triggerEvent(received: Received): Record<string, unknown> {
  const { request, pathParameters } = received;
  const [, rawQueryString = ''] = /\?(.*)$/s.exec(request.url ?? '') ?? [];
  const query = joinRepeated(new URLSearchParams(rawQueryString));
  const headers = { ...joinRepeated(headerPairs(request)), ...addedHeaders(request), ...received.originHeaders };
  const { cookie, ...withoutCookie } = headers;
  return {
    version: '2.0',
    routeKey: received.routeKey,
    rawPath: received.path,
    rawQueryString,
    ...(cookie ? { cookies: cookie.split(/[;,] */).filter(Boolean) } : {}),
    headers: withoutCookie,
    ...(Object.keys(query).length > 0 ? { queryStringParameters: query } : {}),
    ...(Object.keys(pathParameters).length > 0 ? { pathParameters } : {}),
    requestContext: requestContext(received, headers),
    ...bodyFields(received.body, headers),
  };
}

function requestContext(received: Received, headers: Readonly<Record<string, string>>): Record<string, unknown> {
  const { request, jwt, now } = received;
  const domainName = headers['host'] ?? '';
  const scopes = jwt && jwt.scopes.length > 0 ? scopesOf(jwt.claims).filter((one) => jwt.scopes.includes(one)) : null;
  return {
    accountId,
    apiId: received.apiId,
    ...(jwt ? { authorizer: { jwt: { claims: claimTexts(jwt.claims), scopes } } } : {}),
    domainName,
    domainPrefix: domainName.split('.')[0],
    http: {
      method: request.method,
      path: received.path,
      protocol: `HTTP/${request.httpVersion}`,
      sourceIp: request.socket.remoteAddress,
      userAgent: headers['user-agent'] ?? '',
    },
    requestId: received.requestId,
    routeKey: received.routeKey,
    stage: '$default',
    time: accessLogTime(now),
    timeEpoch: now.getTime(),
  };
}

/** Only these arrive as text; everything else, a form or a body without a type too, arrives as base64. */
const textTypes = /^(text\/.*|application\/(json|xml|javascript))$/;

function bodyFields(body: Buffer, headers: Readonly<Record<string, string>>): Record<string, unknown> {
  if (body.length === 0) return { isBase64Encoded: false };
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const asText = textTypes.test(type) && headers['content-encoding'] === undefined;
  return { body: body.toString(asText ? 'utf8' : 'base64'), isBase64Encoded: !asText };
}

const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

function* headerPairs({ rawHeaders }: IncomingMessage): Generator<[string, string]> {
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]?.toLowerCase() ?? '';
    if (!hopByHop.has(name)) yield [name, rawHeaders[index + 1] ?? ''];
  }
}

function addedHeaders({ headers, socket }: IncomingMessage): Record<string, string> {
  const client = socket.remoteAddress ?? '';
  const forwarded = headers['x-forwarded-for'];
  return {
    'x-forwarded-for': forwarded === undefined ? client : `${[forwarded].flat().join(',')}, ${client}`,
    'x-forwarded-port': String(socket.localPort),
    'x-forwarded-proto': 'http',
    'x-amzn-trace-id': `Root=1-${Math.floor(Date.now() / 1000).toString(16)}-${randomUUID().replaceAll('-', '').slice(0, 24)}`,
  };
}

/** A repeated name keeps all its values, joined by commas. */
function joinRepeated(pairs: Iterable<readonly [string, string]>): Record<string, string> {
  const joined = new Map<string, string>();
  for (const [name, value] of pairs) joined.set(name, joined.has(name) ? `${joined.get(name)},${value}` : value);
  return Object.fromEntries(joined);
}

/** `22/Nov/2026:10:16:05 +0000` */
function accessLogTime(now: Date): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(now.toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
}
