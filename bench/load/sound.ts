import { spawnSync } from 'node:child_process';
import { root } from '../system/place.ts';
import type { System } from '../system/running.ts';

/** Throws unless all thirty invariants hold, by the operator's own command. */
export const mustBeSound = ({ environment }: System): void => {
  const env = { ...process.env, ...environment };
  const command = ['functions/operator/verify.ts'];
  const { stdout, stderr } = spawnSync(process.execPath, command, { env, cwd: root, encoding: 'utf8' });
  const bad = stdout.split('\n').filter((line) => !line.startsWith('ok ') && line !== '');
  if (bad.length > 0 || stdout === '') throw new Error(`unsound after the load: ${bad.join('\n')}${stderr}`);
};
