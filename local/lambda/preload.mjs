/**
 * Loaded before the Lambda runtime client in every function process (plain JavaScript: stripping types would cost 50 ms a start).
 * It stands in for the client's native addon, moves `Date` by the offset each invocation brings, and ends the process with its parent.
 */
import { Agent, request } from 'node:http';
import { flushCompileCache, registerHooks } from 'node:module';
import { text } from 'node:stream/consumers';

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === './rapid-client.node'
      ? { url: import.meta.url, format: 'module', shortCircuit: true }
      : next(specifier, context),
});

const hostNow = Date.now;
let offset = 0;
Date.now = () => hostNow() + offset;
globalThis.Date = new Proxy(Date, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length > 0 ? args : [Date.now()], newTarget),
  apply: () => new Date().toString(),
});

// The other end of standard input closes with the runner, however it ends. The process leads a group that holds its own children too.
process.stdin.once('end', () => process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGKILL'));
process.stdin.resume().unref();

const [host, port] = (process.env['AWS_LAMBDA_RUNTIME_API'] ?? '').split(':');
// One socket, so that an answer is through before the next invocation is asked for.
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

let isLoaded = false;

/** The addon's `next`: waits for an invocation. */
export async function next() {
  // Written once all is loaded: the process will be killed, and would take what it compiled with it.
  if (!isLoaded) flushCompileCache();
  isLoaded = true;
  const { headers, body } = await call('GET', '/2018-06-01/runtime/invocation/next');
  offset = Number(headers['x-local-clock-offset'] ?? 0);
  return { bodyJson: body, headers };
}

/**
 * The addon's `done`: the handler's value as JSON text.
 * @param {string} id
 * @param {string} body
 */
export function done(id, body) {
  void call('POST', `/2018-06-01/runtime/invocation/${id}/response`, body);
}

/**
 * The addon's `error`: what the handler threw.
 * @param {string} id
 * @param {string} body
 */
export function error(id, body) {
  void call('POST', `/2018-06-01/runtime/invocation/${id}/error`, body);
}

/**
 * @param {string} method
 * @param {string} path
 * @param {string} [body]
 * @returns {Promise<{ headers: import('node:http').IncomingHttpHeaders, body: string }>}
 */
function call(method, path, body) {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host, port, method, path, agent }, (incoming) => {
      text(incoming).then((received) => resolve({ headers: incoming.headers, body: received }), reject);
    });
    outgoing.on('error', reject).end(body);
  });
}
