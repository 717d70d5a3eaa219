import { defineConfig } from 'vitest/config';

/** The tests that have to notice a change of what decides, admits and records: those that stand beside it, quick and without a system. */
export default defineConfig({
  test: {
    watch: false,
    include: ['shared/{domain,application,verification,kernel}/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
