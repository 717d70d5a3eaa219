import { createServer } from 'node:net';

const isFree = (port: number): Promise<boolean> =>
  new Promise((answer) => {
    const probe = createServer();
    probe.once('error', () => answer(false));
    probe.listen(port, () => probe.close(() => answer(true)));
  });

/** The first port from `from` on that nobody listens on. */
export const freePort = async (from: number): Promise<number> => ((await isFree(from)) ? from : freePort(from + 1));
