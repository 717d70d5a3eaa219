import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';

const proc = (pid: number, file: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // It ended between two looks.
    return '';
  }
};

const kbOf = (status: string): number => Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0);

const childrenOf = (pid: number): readonly number[] =>
  existsSync(`/proc/${pid}/task`)
    ? readdirSync(`/proc/${pid}/task`).flatMap((task) =>
        proc(pid, `task/${task}/children`).split(' ').filter(Boolean).map(Number),
      )
    : [];

/** Watches what children hold at most: the system tells it of a process only while that lives. */
const watchChildren = () => {
  let mostKb = 0;
  const look = (): void => {
    for (const pid of childrenOf(process.pid)) mostKb = Math.max(mostKb, kbOf(proc(pid, 'status')));
  };
  const timer = setInterval(look, 15);
  return () => {
    look();
    clearInterval(timer);
    return mostKb;
  };
};

const ticksPerSecond = 100;

/** Milliseconds of children that have ended; the system counts them in hundredths of a second. */
export const childrenCpu = (): number => {
  const fields = proc(process.pid, 'stat').split(') ')[1]?.split(' ') ?? [];
  return ((Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) * 1_000) / ticksPerSecond;
};

/** The frame of a program: reads its question, lets it work, tells its answer with what it took. */
export const tell = async (work: (question: string) => Promise<unknown>): Promise<void> => {
  const begun = performance.now();
  const cpuBefore = process.cpuUsage();
  const question = await text(process.stdin);
  const mostOfChildren = watchChildren();
  const answer = await work(question);
  const milliseconds = performance.now() - begun;
  const { user, system } = process.cpuUsage(cpuBefore);
  const told = {
    answer,
    milliseconds,
    cpuMilliseconds: (user + system) / 1_000 + childrenCpu(),
    peakMb: Math.max(process.resourceUsage().maxRSS, mostOfChildren()) / 1_024,
  };
  process.stdout.write(JSON.stringify(told));
};
