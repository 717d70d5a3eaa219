import { startScript } from '../child.ts';
import { portBase, root } from '../system/place.ts';

/** Starts the system as `npm start` does, on ports of its own, and stops it. Answers the milliseconds to READY. */
export const startAndStop = async (): Promise<number> => {
  const begun = performance.now();
  const child = startScript(`${root}local/main.ts`, { PORT: String(portBase) });
  await child.said(/^READY /);
  const milliseconds = performance.now() - begun;
  child.process.kill('SIGINT');
  await child.ended;
  return milliseconds;
};
