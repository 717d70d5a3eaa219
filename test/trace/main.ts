/**
 * The attack corpus by a trace of system calls: `npm run test:long -- attack-trace`. Each statement is put to the engine's own
 * process under strace, and must open, execute and connect to nothing that a harmless query does not. Needs strace.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attacks } from '../../shared/engine/gate/attacks.ts';
import { defaultChildPath } from '../../shared/engine/sandbox/engine-process.ts';

const calls = 'open,openat,openat2,creat,execve,execveat,socket,connect';
const column = { name: 'studentUniqueId', type: 'string', required: true };
const dataset = (name: string) => ({
  ...{ name, version: 1, title: name, columns: [column, { ...column, name: 'firstName', required: false }] },
  ...{ key: ['studentUniqueId'], schoolColumn: null, schoolThrough: null },
});
const datasets = ['students', 'enrollments'].map(dataset);

/** Ids of processes and names of folders made for one run differ from run to run. */
const alike = (line: string): string =>
  line
    .replace(/attest-check-\w+/g, 'attest-check-')
    .replace(/\/proc\/\d+/g, '/proc/<pid>')
    .replace(/0x[0-9a-f]+/g, '<address>');

const whatItCalls = (line: string): string =>
  alike(/\b(?:open\w*|creat|exec\w+|socket|connect)\((?:AT_FDCWD, )?("[^"]*"|[^)]*)/.exec(line)?.[0] ?? line);

const folder = mkdtempSync(join(tmpdir(), 'attest-trace-'));

/** What a program opens, executes and connects to, and what it prints. */
const traced = (program: readonly string[], input: string) => {
  const out = join(folder, 'calls');
  const run = spawnSync('strace', ['-f', '-qq', '-o', out, '-e', `trace=${calls}`, process.execPath, ...program], {
    env: { PATH: '/usr/bin:/bin' },
    input,
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (run.error) throw new Error('strace is needed (Debian: apt-get install strace)', { cause: run.error });
  const lines = readFileSync(out, 'utf8').split('\n');
  const made = lines.filter((line) => /\b(open\w*|creat|exec\w+|socket|connect)\(/.test(line)).map(whatItCalls);
  return { calls: new Set(made), answer: run.stdout.trim() };
};

const checked = (sql: string) =>
  traced(
    [defaultChildPath()],
    JSON.stringify({ kind: 'check', job: { sql, datasets, parameters: [], limits: { memoryMb: 256, threads: 1 } } }),
  );

const harmless = [1, 2].map(() => checked('SELECT studentUniqueId FROM students'));
if (!harmless.every(({ answer }) => answer.includes('"ok":true')))
  throw new Error(`a harmless query was refused: ${harmless[0]?.answer}`);
const allowed = new Set(harmless.flatMap((one) => [...one.calls]));
if ([...allowed].some((call) => /^(socket|connect)/.test(call))) throw new Error('a harmless query opens a socket');

// A trace that sees nothing would find nothing: a program that reads a file and calls somebody must be noticed.
const reaching = `require('node:fs').readFileSync('/etc/hostname'); require('node:net').connect(9, '127.0.0.1').on('error', () => {})`;
const reached = [...traced(['-e', reaching], '').calls].filter((call) => !allowed.has(call));
for (const sign of ['/etc/hostname', 'connect('])
  if (!reached.some((call) => call.includes(sign))) throw new Error(`the trace does not notice ${sign}`);

let failed = 0;
for (const [code, sql] of attacks) {
  const { calls: made, answer } = checked(sql);
  const stray = [...made].filter((call) => !allowed.has(call));
  if (stray.length === 0 && answer.includes(`"${code}"`)) continue;
  failed += 1;
  console.log(`${sql.slice(0, 100)}\n  answered ${answer.slice(0, 120)}\n  ${stray.join('\n  ')}`);
}
rmSync(folder, { recursive: true, force: true });
console.log(
  `${attacks.length - failed} of ${attacks.length} statements were refused and opened, connected to and executed nothing of their own`,
);
process.exitCode = failed === 0 ? 0 : 1;
