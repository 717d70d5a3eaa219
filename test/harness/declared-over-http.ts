import * as z from 'zod';
import { expectDeclared } from '../fakes/declared.ts';
import { routeOf } from '../fakes/routes.ts';
import type { Judge } from '../story/client.ts';

// What API Gateway answers by itself, before any function is asked.
const gatewaysOwn = z.strictObject({ message: z.string() });

/** Throws unless an answer of the API, as it came over the wire, is one that the contract declares or the gateway's own. */
export const expectDeclaredOverHttp: Judge = (method, path, { status, headers, text }) => {
  const { pathname, searchParams } = new URL(path, 'http://api');
  if (!pathname.startsWith('/v1')) return;
  const type = headers.get('content-type');
  // What is asked for as a file is no JSON: what it is, its own tests say.
  if (status < 300 && searchParams.has('format') && type !== 'application/json') return;
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  if (status >= 400 && type === 'application/json' && gatewaysOwn.safeParse(body).success) return;
  expectDeclared(routeOf(method, pathname)?.key ?? `${method} ${pathname}`, {
    status,
    headers: Object.fromEntries(headers),
    body,
  });
};
