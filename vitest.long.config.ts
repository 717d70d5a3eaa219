import { defineConfig } from 'vitest/config';

/** What is too long for the test command; `npm run test:long` names each file in a line of its own. */
export default defineConfig({
  test: {
    watch: false,
    allowOnly: false,
    name: 'long',
    include: ['test/long/**/*.long.ts'],
    testTimeout: 1_200_000,
    hookTimeout: 300_000,
    fileParallelism: false,
    expect: { requireAssertions: true },
  },
});
