import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';

type Door = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

/**
 * Serves a door on a free loopback port until the test ends and gives its origin; what the door leaves alone is answered 421.
 */
export async function serve(door: Door): Promise<string> {
  const server = createServer((request, response) => {
    void Promise.resolve(door(request, response)).then((handled) => {
      if (!handled) response.writeHead(421).end('left alone');
    });
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return `http://127.0.0.1:${address.port}`;
}
