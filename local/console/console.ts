import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, jsonAnswer, send } from '../http/answer.ts';
import type { ConsoleParts } from './parts.ts';
import { consoleRoutes } from './routes.ts';
import { isForeign } from './same-machine.ts';

export interface Console {
  /** Answers what lies under `/_local` and says true; anything else is left alone. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
}

/**
 * The runtime's own door, `/_local`: a page of what is going on, and the same as JSON; clock, mail, tokens and faults for scripts and
 * tests. It answers this machine only: a request that a foreign page or a foreign host name brought is refused.
 */
export function createConsole(parts: ConsoleParts): Console {
  const routeFor = consoleRoutes(parts);

  async function answer(request: IncomingMessage, path: string): Promise<Answer> {
    if (isForeign(request)) return problem(403, 'The console answers this machine only.');
    const methods = routeFor(path);
    if (!methods) return problem(404, `There is nothing at ${path}.`);
    const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');
    const perform = methods[method];
    const allow = Object.keys(methods).join(', ');
    return perform ? perform(request) : problem(405, `Use ${allow}.`, { allow });
  }

  return {
    async handle(request, response) {
      const path = (request.url ?? '').replace(/[?#].*$/s, '');
      if (path !== '/_local' && !path.startsWith('/_local/')) return false;
      const found = await answer(request, path).catch((fault: unknown) => {
        parts.log(`${request.method} ${path}: ${String(fault)}`);
        return problem(500, String(fault));
      });
      send(response, found);
      return true;
    },
  };
}

const problem = (status: number, message: string, headers: Answer['headers'] = {}): Answer =>
  jsonAnswer(status, { message }, headers);
