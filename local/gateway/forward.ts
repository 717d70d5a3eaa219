import { Agent, type IncomingMessage, request } from 'node:http';
import type { Call } from './operation.ts';

/** Sends a call on to an engine and resolves with its answer, body still to be read. Rejects when the engine is gone. */
export type Forward = (endpoint: string, call: Call) => Promise<IncomingMessage>;

/** Headers of this hop alone; the body's length is set anew, since it has arrived whole. */
const ownHeaders: ReadonlySet<string> = new Set(['connection', 'content-length', 'expect', 'transfer-encoding']);

export function createForward(): { forward: Forward; close: () => void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  return {
    forward: (endpoint, { method, path, headers, body }) =>
      new Promise((resolve, reject) => {
        const kept = Object.entries(headers).filter(([name]) => !ownHeaders.has(name));
        const outgoing = request(`${endpoint}${path}`, {
          agent,
          method,
          headers: { ...Object.fromEntries(kept), 'content-length': body.length },
        });
        outgoing.once('response', resolve).once('error', reject).end(body);
      }),
    close: () => agent.destroy(),
  };
}
