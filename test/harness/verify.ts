import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Runtime } from '../../local/start.ts';
import type { Place } from './operator.ts';

const run = promisify(execFile);

/** What `npm run verify` finds wrong with a running system: its lines, or nothing. It is judged by the system's own clock. */
export const unsoundIn = async (runtime: Runtime, place: Partial<Place> = {}): Promise<readonly string[]> => {
  const command = ['functions/operator/verify.ts', '--now', runtime.clock.now().toISOString()];
  const env = { ...process.env, ...runtime.environment, ...place };
  const ended = await run(process.execPath, command, { env, maxBuffer: 50_000_000 }).catch((fault: unknown) => fault);
  const { stdout = '', stderr = '' }: { readonly stdout?: string; readonly stderr?: string } = Object(ended);
  const lines = stdout.split('\n').filter((line) => !line.startsWith('ok ') && line !== '');
  const said = stdout.includes('ok ') ? [] : [`verify did not come to a verdict: ${stderr}`];
  return [...said, ...lines];
};
