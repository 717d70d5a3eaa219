import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const packageSchema = z.object({ attest: z.object({ seed: z.tuple([z.string()], z.string()) }).optional() });

/** The command that fills an empty system, from package.json: `"attest": {"seed": ["node", ...]}`. Undefined when it names none. */
export function seedCommand(root: string): readonly [string, ...string[]] | undefined {
  return packageSchema.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).attest?.seed;
}

/** Runs it as an operator's process of its own. Rejects when it does not end with 0. */
export function runSeed(
  root: string,
  [program, ...args]: readonly [string, ...string[]],
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program === 'node' ? process.execPath : program, args, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const end = () => child.kill();
    process.once('exit', end);
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('exit', end);
      if (code === 0) resolve();
      else reject(new Error(`The seed command ended with code ${code}`));
    });
  });
}
