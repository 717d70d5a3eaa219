import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, test, vi } from 'vitest';
import { exitOf } from './child.mjs';

afterEach(() => vi.useRealTimers());

/** A program that hands over to a Node running `script`, as setup.mjs does. */
const handingOverTo = (script: string) => `
  import { handOver } from ${JSON.stringify(new URL('child.mjs', import.meta.url).href)};
  process.exitCode = await handOver(process.execPath, ['--eval', ${JSON.stringify(script)}]);`;

function start(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env) {
  const starter = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'], env });
  let output = '';
  starter.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  return { starter, output: () => output };
}

const startNode = (program: string) => start(process.execPath, ['--input-type=module', '--eval', program]);

test('the exit code of the program is kept', async () => {
  const { starter } = startNode(handingOverTo('process.exit(7)'));
  expect(await once(starter, 'close')).toEqual([7, null]);
});

test('the program reads our input and writes our output', async () => {
  const { starter, output } = startNode(handingOverTo('process.stdin.pipe(process.stdout)'));
  starter.stdin.end('token');
  await once(starter, 'close');
  expect(output()).toBe('token');
});

test('a signal reaches the program, which ends in its own way', async () => {
  const { starter } = startNode(
    handingOverTo(`
      process.stdin.resume();
      process.on('SIGTERM', () => process.exit(33));
      console.log('ready');`),
  );
  await once(starter.stdout, 'data');
  starter.kill('SIGTERM');
  expect(await once(starter, 'close')).toEqual([33, null]);
});

test('the program ends when npm was ended, although the shell between them dies without a word', async () => {
  const program = handingOverTo(`
    setInterval(() => {}, 1000);
    process.on('SIGTERM', () => { console.log('stopping'); process.exit(); });
    console.log('ready');`);
  const shell = ['-c', '"$0" --input-type=module --eval "$1"; exit $?', process.execPath, program];
  const { starter, output } = start('sh', shell, { ...process.env, npm_lifecycle_event: 'start' });
  await once(starter.stdout, 'data');
  starter.kill('SIGTERM');
  await once(starter.stdout, 'close');
  expect(output()).toBe('ready\nstopping\n');
});

test('one Ctrl-C is passed on once, though the terminal and npm both send it; a second one is passed on too', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 0 });
  const child = spawn(process.execPath, ['--eval', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
  const passedOn: unknown[] = [];
  child.kill = (signal) => passedOn.push(signal) > 0;
  const ended = exitOf(child);

  process.emit('SIGINT', 'SIGINT');
  process.emit('SIGINT', 'SIGINT');
  expect(passedOn).toEqual(['SIGINT']);
  vi.setSystemTime(1000);
  process.emit('SIGINT', 'SIGINT');
  expect(passedOn).toEqual(['SIGINT', 'SIGINT']);

  child.stdin.end();
  expect(await ended).toBe(0);
});
