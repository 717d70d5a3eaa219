import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WorkFolders } from '../../application/ports/work-folder.ts';

/** Folders below the function's scratch space, removed with everything in them: student data does not outlive its job. */
export const workFolders = (): WorkFolders => ({
  within: async (work) => {
    const folder = await mkdtemp(join(tmpdir(), 'job-'));
    try {
      return await work(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
});
