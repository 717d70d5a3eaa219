import { resolve } from 'node:path';
import { createVitest } from 'vitest/node';

/**
 * Whether the unit tests of these rooms that lead to a file pass with another text in its place. Nothing is written to
 * disk. Each text has a runner of its own: one that has read a file once gives it out again.
 */
export const passesWith = async (file: string, text: string, rooms: readonly string[]): Promise<boolean> => {
  const path = resolve(file);
  const vitest = await createVitest(
    // Not the house's own configuration: its projects would not get the plugin.
    {
      config: false,
      watch: false,
      bail: 1,
      related: [path],
      include: rooms.map((room) => `${room}/**/*.test.ts`),
      reporters: [{}],
      isolate: false,
      // A file's cached form is found by its text on disk, which is not the one in its place.
      fsModuleCache: false,
      maxWorkers: 1,
      testTimeout: 20_000,
    },
    { plugins: [{ name: 'mutant', enforce: 'pre', load: (id) => (id === path ? text : undefined) }] },
  );
  try {
    await vitest.standalone();
    const specifications = await vitest.getRelevantTestSpecifications();
    if (specifications.length === 0) return true;
    const { unhandledErrors, testModules } = await vitest.runTestSpecifications([...specifications]);
    return unhandledErrors.length === 0 && testModules.every((module) => module.ok());
  } finally {
    await vitest.close();
  }
};
