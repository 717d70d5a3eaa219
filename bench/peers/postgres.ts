import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { District } from '../district/files.ts';
import type { Measured } from '../engine/contenders.ts';
import { reportingYear } from '../engine/work.ts';
import { type Answers, Fingerprint, mustAnswer } from '../oracle/fingerprint.ts';
import { timed } from '../rounds.ts';
import { peerWork } from './dialect.ts';

const packaged = '/usr/lib/postgresql';

/** The folder of its programs, where PostgreSQL is installed: on the path, or where Debian puts them. */
export const postgresFolder = (): string | undefined => {
  const versions = existsSync(packaged) ? readdirSync(packaged).map((version) => join(packaged, version, 'bin')) : [];
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...versions];
  return folders.find((folder) => ['initdb', 'postgres', 'psql'].every((name) => existsSync(join(folder, name))));
};

/** It refuses to run as root. */
const otherUser = () => {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
};

// Nothing has to survive a crash here, and memory is what the product's limit gives.
const settings = ['listen_addresses=', 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
const memory = ['shared_buffers=512MB', 'work_mem=64MB', 'max_wal_size=4GB'];

const untilItListens = async ({ stderr }: ChildProcess): Promise<void> => {
  if (stderr === null) throw new Error('PostgreSQL has no stderr');
  for await (const line of createInterface({ input: stderr }))
    if (line.includes('ready to accept connections')) {
      stderr.resume();
      return;
    }
  throw new Error('PostgreSQL ended before it listened');
};

const functions = [
  `CREATE FUNCTION regexp_full_match(text, text) RETURNS boolean IMMUTABLE LANGUAGE sql AS $$ SELECT $1 ~ ('^(' || $2 || ')$') $$`,
  `CREATE FUNCTION year(date) RETURNS integer IMMUTABLE LANGUAGE sql AS $$ SELECT CAST(extract(year FROM $1) AS integer) $$`,
  `CREATE FUNCTION whole(text) RETURNS integer IMMUTABLE LANGUAGE sql AS $$ SELECT CASE WHEN $1 ~ '^[0-9]+$' THEN CAST($1 AS integer) END $$`,
];

/** All of a contest for psql: an empty schema, the delivered files, indexes, and each rule's keys after its name. */
const script = (district: District): string => {
  const { tables, after, rules } = peerWork('postgres', reportingYear);
  const load = tables.map(
    ({ name, sql }) => `${sql};\n\\copy ${name} FROM '${district.path(name, 'csv')}' WITH (FORMAT csv, HEADER true)`,
  );
  const asked = rules.map(({ code, sql }) => `\\echo @${code}\n${sql};`);
  const schema = 'DROP SCHEMA public CASCADE; CREATE SCHEMA public;';
  return [schema, ...functions.map((one) => `${one};`), ...load, ...after.map((one) => `${one};`), ...asked, ''].join(
    '\n',
  );
};

/** Lines of keys, each rule's after a line with its name. */
const answersOf = async (lines: AsyncIterable<string>): Promise<Answers> => {
  const found = new Map<string, Fingerprint>();
  let current = new Fingerprint();
  for await (const line of lines)
    if (line.startsWith('@')) found.set(line.slice(1), (current = new Fingerprint()));
    else current.add(line);
  return Object.fromEntries([...found].map(([code, fingerprint]) => [code, fingerprint.found()]));
};

export interface Postgres {
  /** From the delivered files to all answers, by the clock only. */
  readonly judge: (district: District, expected: Answers) => Promise<Measured>;
  readonly stop: () => Promise<void>;
}

/** A cluster of its own in a folder that is thrown away. */
export const startPostgres = async (programs: string): Promise<Postgres> => {
  const user = otherUser();
  const folder = mkdtempSync(join(tmpdir(), 'attest-postgres-'));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  execFileSync(join(programs, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'bench', '-E', 'UTF8', '--locale=C', '-N'], {
    ...user,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const set = [...settings, ...memory].flatMap((one) => ['-c', one]);
  const server = spawn(join(programs, 'postgres'), ['-D', data, '-k', folder, ...set], {
    ...user,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const kill = (): void => void server.kill('SIGINT');
  process.once('exit', kill);
  const closed = once(server, 'close');
  await untilItListens(server);
  const judge = async (district: District, expected: Answers): Promise<Measured> => {
    let answers: Answers = {};
    const milliseconds = await timed(async () => {
      const connected = ['-h', folder, '-U', 'bench', '-d', 'postgres'];
      const psql = spawn(join(programs, 'psql'), [...connected, '-XqAt', '-v', 'ON_ERROR_STOP=1'], {
        env: { ...process.env, PGOPTIONS: '-c client_min_messages=warning' },
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      const ended = once(psql, 'close');
      psql.stdin.end(script(district));
      answers = await answersOf(createInterface({ input: psql.stdout }));
      await ended;
      if (psql.exitCode !== 0) throw new Error(`psql ended with ${psql.exitCode ?? 'a signal'}`);
    });
    mustAnswer(`PostgreSQL on ${district.set}`, expected, answers);
    const cost = { milliseconds, cpuMilliseconds: Number.NaN };
    return { own: cost, whole: cost, peakMb: Number.NaN };
  };
  const stop = async (): Promise<void> => {
    kill();
    await closed;
    process.off('exit', kill);
    await rm(folder, { recursive: true, force: true });
  };
  return { judge, stop };
};
