import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Resident memory of a process and everything it has started, in megabytes, as `ps` tells it. */
export const memoryOf = async (pid: number): Promise<number> => {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,rss=']);
  const rows = stdout.split('\n').flatMap((line) => {
    const [own, parent, kilobytes] = line.trim().split(/\s+/).map(Number);
    return own === undefined || parent === undefined || kilobytes === undefined ? [] : [{ own, parent, kilobytes }];
  });
  const below = new Set([pid]);
  for (let known = 0; known < below.size; ) {
    known = below.size;
    for (const { own, parent } of rows) if (below.has(parent)) below.add(own);
  }
  return rows.reduce((sum, { own, kilobytes }) => sum + (below.has(own) ? kilobytes : 0), 0) / 1_024;
};
