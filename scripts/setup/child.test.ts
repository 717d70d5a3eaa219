import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

/** A process that hands over to a Node running `script`, as setup.mjs does. */
function handingOverTo(script: string) {
  const handOver = `
    import { handOver } from ${JSON.stringify(new URL('child.mjs', import.meta.url).href)};
    process.exitCode = await handOver(process.execPath, ['--eval', ${JSON.stringify(script)}]);`;
  const starter = spawn(process.execPath, ['--input-type=module', '--eval', handOver], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let output = '';
  starter.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  return { starter, output: () => output };
}

test('the exit code of the program is kept', async () => {
  const { starter } = handingOverTo('process.exit(7)');
  expect(await once(starter, 'close')).toEqual([7, null]);
});

test('the program reads our input and writes our output', async () => {
  const { starter, output } = handingOverTo('process.stdin.pipe(process.stdout)');
  starter.stdin.end('token');
  await once(starter, 'close');
  expect(output()).toBe('token');
});

test('one Ctrl-C reaches the program once, though the terminal and npm both send it to us', async () => {
  const { starter, output } = handingOverTo(`
    process.stdin.resume().on('end', () => process.exit(33));
    process.on('SIGINT', () => console.log('interrupted'));
    console.log('ready');`);
  await once(starter.stdout, 'data');
  starter.kill('SIGINT');
  starter.kill('SIGINT');
  await once(starter.stdout, 'data');
  starter.stdin.end();
  expect(await once(starter, 'close')).toEqual([33, null]);
  expect(output()).toBe('ready\ninterrupted\n');
});
