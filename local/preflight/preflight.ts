import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

const oldestNode = 24;

/** What must hold before anything starts; throws with one line that says the remedy. */
export async function preflight(portBase: number): Promise<void> {
  requireNode(process.versions.node);
  if (!Number.isInteger(portBase) || portBase < 1_024 || portBase > 65_532) {
    throw new Error('PORT must be a number from 1024 to 65532');
  }
  for (const port of [portBase, portBase + 1, portBase + 2, portBase + 3]) await requireFreePort(port, portBase);
}

export function requireNode(version: string): void {
  if (Number(version.split('.')[0]) >= oldestNode) return;
  throw new Error(`Node ${oldestNode} or newer is needed, this is ${version}: start with "npm start", or install it`);
}

/** An engine of a runtime that was killed needs a moment to notice; nobody else's program does. */
async function requireFreePort(port: number, portBase: number): Promise<void> {
  for (let attempt = 0; attempt < 12; attempt += 1) {
    if (await isFree(port)) return;
    await delay(250);
  }
  throw new Error(
    `Port ${port} is in use by another program: stop it, or choose other ports with PORT=${portBase + 100}`,
  );
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
