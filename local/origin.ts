import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Overhear, Part } from './runtime.ts';

/** Answers a request and says true, or leaves it to the next door: false. */
export type Door = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

interface Ears {
  readonly log: (line: string) => void;
  readonly overhear: Overhear;
}

/** The one public address: every request goes to the first door that takes it. What nobody takes is 404, a fault of a door 500. */
export function createOrigin(port: number, doors: readonly Door[], { log, overhear }: Ears): Part {
  const server = createServer((request, response) => {
    overhear('request to the origin', `${request.method} ${request.url}`);
    answer(request, response).catch((error: unknown) => {
      log(`${request.method} ${request.url}: ${error instanceof Error ? error.stack : String(error)}`);
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { 'content-type': 'text/plain' }).end('Internal error of the local runtime\n');
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const door of doors) if (await door(request, response)) return;
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
  }

  return {
    name: 'origin',
    start: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject).listen(port, '127.0.0.1', resolve);
      }),
    async stop() {
      if (!server.listening) return;
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
