import { defineConfig } from 'vitest/config';

interface Spanning {
  readonly testTimeout: number;
  readonly serial?: true;
  readonly globalSetup?: string;
  readonly ports?: number;
  /** How long `expect.poll` asks. */
  readonly pollMs?: number;
}

/**
 * Files keep nothing from each other: what they load is loaded once a worker, and what starts the system starts it once. Node
 * loads them as it loads the product, without Vite in between.
 */
const loading = { isolate: false, experimental: { viteModuleRunner: false, nodeLoader: false } };

/** Unit tests stand beside the code; what spans rooms lies under test/<project>. */
const spanning = (name: string, options: Spanning) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout: options.testTimeout,
    hookTimeout: 120_000,
    fileParallelism: options.serial !== true,
    ...loading,
    globalSetup: options.globalSetup ?? [],
    // Suites that start the system may run beside each other.
    env: options.ports === undefined ? {} : { TEST_PORTS: String(options.ports) },
    expect: { requireAssertions: true, poll: { timeout: options.pollMs ?? 1_000 } },
  },
});

export default defineConfig({
  test: {
    watch: false,
    maxWorkers: 2,
    allowOnly: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{shared,functions,infra,local,frontend,bench,scripts}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          ...loading,
          expect: { requireAssertions: true },
        },
      },
      spanning('architecture', { testTimeout: 20_000 }),
      spanning('infra', { testTimeout: 180_000 }),
      spanning('contract', { testTimeout: 60_000, globalSetup: 'test/contract/engine/global-setup.ts' }),
      spanning('flows', { testTimeout: 60_000 }),
      spanning('model', { testTimeout: 300_000 }),
      spanning('simulation', { testTimeout: 300_000 }),
      spanning('acceptance', { testTimeout: 180_000, serial: true, ports: 5_110 }),
      spanning('browser', {
        testTimeout: 300_000,
        pollMs: 60_000,
        serial: true,
        globalSetup: 'test/browser/harness/chromium.ts',
        ports: 5_310,
      }),
    ],
  },
});
