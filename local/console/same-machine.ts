import type { IncomingMessage } from 'node:http';

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether another site's page sent this request, or reached us under a host name of its own. */
export function isForeign({ headers }: IncomingMessage): boolean {
  const host = URL.parse(`http://${headers.host ?? ''}`);
  if (!host || !loopback.has(host.hostname)) return true;
  return headers.origin !== undefined && headers.origin !== host.origin;
}
