import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import type { Answer } from '../http/answer.ts';

export const corsProperties = z.object({
  AllowOrigins: z.array(z.string()).default([]),
  AllowMethods: z.array(z.string()).default([]),
  AllowHeaders: z.array(z.string()).default([]),
  ExposeHeaders: z.array(z.string()).default([]),
  AllowCredentials: z.boolean().default(false),
  MaxAge: z.number().default(0),
});

/** The CORS configuration of an HTTP API. */
export type Cors = z.infer<typeof corsProperties>;

export const isPreflight = (request: IncomingMessage): boolean =>
  request.method === 'OPTIONS' &&
  request.headers.origin !== undefined &&
  request.headers['access-control-request-method'] !== undefined;

/** The gateway's own answer to a preflight. A foreign origin gets the same 204 without any permission in it. */
export function preflightAnswer(cors: Cors, origin: string | undefined): Answer {
  const permitted = origin === undefined ? undefined : originHeaders(cors, origin);
  const headers = {
    ...permitted,
    ...list('access-control-allow-methods', cors.AllowMethods),
    ...list('access-control-allow-headers', cors.AllowHeaders),
    ...(cors.MaxAge > 0 ? { 'access-control-max-age': String(cors.MaxAge) } : {}),
  };
  return { status: 204, headers: permitted ? headers : {}, body: '' };
}

/** The gateway replaces whatever a function says about CORS by its own configuration. */
export function withCors(answer: Answer, cors: Cors, origin: string | undefined): Answer {
  const kept = Object.entries(answer.headers).filter(([name]) => !name.startsWith('access-control-'));
  const permitted = origin === undefined ? undefined : originHeaders(cors, origin);
  const exposed = permitted && list('access-control-expose-headers', cors.ExposeHeaders);
  return { ...answer, headers: { ...Object.fromEntries(kept), ...permitted, ...exposed } };
}

function originHeaders(cors: Cors, origin: string): Answer['headers'] | undefined {
  const any = cors.AllowOrigins.includes('*');
  if (!any && !cors.AllowOrigins.some((allowed) => fits(allowed, origin))) return undefined;
  return {
    'access-control-allow-origin': any ? '*' : origin,
    ...(any ? {} : { vary: 'origin' }),
    ...(cors.AllowCredentials ? { 'access-control-allow-credentials': 'true' } : {}),
  };
}

/** `https://*` and `http://*` stand for every origin of that scheme. */
const fits = (allowed: string, origin: string): boolean =>
  allowed.endsWith('://*') ? origin.startsWith(allowed.slice(0, -1)) : allowed.toLowerCase() === origin.toLowerCase();

const list = (name: string, values: readonly string[]): Answer['headers'] =>
  values.length > 0 ? { [name]: values.join(',') } : {};
