import { createServer } from 'node:net';

const lowest = 20_000;
/** From here on Linux gives ports to outgoing connections: one that is free now may be taken before it is used. */
const lowestOfConnections = 32_768;
const places = 600;

/** The first of `count` ports in a row that are free now, from a place of its own for each process, so that suites can run side by side. */
export async function freePorts(count: number): Promise<number> {
  const first = lowest + (process.pid % places) * 20;
  for (let base = first; base + count <= lowestOfConnections; base += count) {
    const free = await Promise.all(Array.from({ length: count }, (_, index) => isFree(base + index)));
    if (free.every((one) => one)) return base;
  }
  throw new Error(`No ${count} free ports in a row`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
