import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';

/** What one process has held at most so far, in MB. */
interface Held {
  readonly process: string;
  readonly peakMb: number;
}

interface Seen extends Held {
  readonly id: number;
  readonly parent: number;
}

/** Only Linux tells of every process what it held at most. */
export const canBeWatched = existsSync('/proc/self/status');

const valueOf = (status: string, name: string): string =>
  new RegExp(String.raw`^${name}:\s+(.*)$`, 'm').exec(status)?.[1] ?? '';

/** What ended between being listed and being read has nothing more to say. */
const told = async (id: string): Promise<readonly Seen[]> => {
  const [status, command] = await Promise.allSettled([
    readFile(`/proc/${id}/status`, 'utf8'),
    readFile(`/proc/${id}/cmdline`, 'utf8'),
  ]);
  if (status.status === 'rejected' || command.status === 'rejected') return [];
  const peakMb = Number.parseInt(valueOf(status.value, 'VmHWM'), 10) / 1_024;
  if (Number.isNaN(peakMb)) return [];
  const words = command.value.split('\0').filter((word) => !word.startsWith('-'));
  const process = words.slice(0, 2).map((word) => word.split('/').slice(-2).join('/'));
  return [{ id: Number(id), parent: Number(valueOf(status.value, 'PPid')), process: process.join(' '), peakMb }];
};

const below = (all: readonly Seen[], root: number): readonly Seen[] => {
  const children = all.filter(({ parent }) => parent === root);
  return [...children, ...children.flatMap(({ id }) => below(all, id))];
};

/** Looks at a process and all below it until it is stopped; who held the most, and how much. */
export const watchMemory = (root: number) => {
  let most: Held = { process: '', peakMb: 0 };
  const look = async (): Promise<void> => {
    const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
    const all = (await Promise.all(ids.map(told))).flat();
    for (const one of [...all.filter(({ id }) => id === root), ...below(all, root)])
      if (one.peakMb > most.peakMb) most = { process: one.process, peakMb: one.peakMb };
  };
  let looking: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, 250);
  return async (): Promise<Held> => {
    clearInterval(timer);
    await looking;
    await look();
    return most;
  };
};
