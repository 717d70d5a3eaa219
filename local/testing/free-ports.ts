import { createServer } from 'node:net';

/** The first of `count` ports in a row that are free now, from a place of its own for each process, so that suites can run side by side. */
export async function freePorts(count: number): Promise<number> {
  const first = 20_000 + (process.pid % 1_000) * 20;
  for (let base = first; base < 60_000; base += count) {
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
