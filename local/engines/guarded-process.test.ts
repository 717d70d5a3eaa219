import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it, vi } from 'vitest';
import { startGuarded } from './guarded-process.ts';

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const engine = 'console.log(process.pid); setInterval(() => {}, 1000)';

it('ends the engine when it is stopped', async () => {
  const { process: child, stop } = startGuarded(process.execPath, ['-e', engine], { cwd: '.' });
  const [line] = await once(createInterface(child.stdout), 'line');
  const pid = Number(line);
  expect(isAlive(pid)).toBe(true);
  await stop();
  expect(isAlive(pid)).toBe(false);
});

it('passes on how the engine ended by itself', async () => {
  expect(await startGuarded(process.execPath, ['-e', 'process.exit(7)'], { cwd: '.' }).ended).toBe(7);
});

it('ends the engine when the process that started it is killed', async () => {
  const module = new URL('./guarded-process.ts', import.meta.url).href;
  const script = `import { startGuarded } from '${module}';
    startGuarded(process.execPath, ['-e', ${JSON.stringify(engine)}], { cwd: '.' }).process.stdout.pipe(process.stdout);`;
  const starter = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface(starter.stdout), 'line');
  const pid = Number(line);
  expect(isAlive(pid)).toBe(true);
  starter.kill('SIGKILL');
  await vi.waitUntil(() => !isAlive(pid), { timeout: 10_000 });
});
