import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { claimSingleStart } from './single-start.ts';

it('tells where Attest is already running', () => {
  const stateDir = temporaryFolder();
  writeFileSync(join(stateDir, 'running-4600.pid'), String(process.ppid));
  expect(() => claimSingleStart(stateDir, 4600)).toThrow(
    `Attest is already running on http://127.0.0.1:4600 (process ${process.ppid})`,
  );
  expect(() => claimSingleStart(stateDir, 4700)).not.toThrow();
});

it('takes over from a runtime that was killed', async () => {
  const stateDir = temporaryFolder();
  const gone = spawn(process.execPath, ['-e', '']);
  await once(gone, 'exit');
  writeFileSync(join(stateDir, 'running-4600.pid'), String(gone.pid));
  expect(() => claimSingleStart(stateDir, 4600)).not.toThrow();
});

it('can be started again after its mark was taken away', () => {
  const stateDir = temporaryFolder();
  claimSingleStart(stateDir, 4600)();
  expect(() => claimSingleStart(stateDir, 4600)).not.toThrow();
});
