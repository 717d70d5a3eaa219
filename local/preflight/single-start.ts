import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Marks this process as the one runtime at this port. Throws when another one, still alive, has done so.
 * Returns how to take the mark away.
 */
export function claimSingleStart(stateDir: string, portBase: number): () => void {
  mkdirSync(stateDir, { recursive: true });
  const file = join(stateDir, `running-${portBase}.pid`);
  const other = readPid(file);
  if (other !== undefined && isAlive(other)) {
    throw new Error(
      `Attest is already running on http://127.0.0.1:${portBase} (process ${other}): stop it with Ctrl-C there, or choose other ports with PORT=${portBase + 100}`,
    );
  }
  rmSync(file, { force: true });
  // Of two that start at the same moment only one can create the file.
  writeFileSync(file, String(process.pid), { flag: 'wx' });
  return () => rmSync(file, { force: true });
}

function readPid(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch {
    return false;
  }
}
