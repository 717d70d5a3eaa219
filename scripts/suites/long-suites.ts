import { assembly, type Suite, vitest } from './suites.ts';

const sequencesInChorus = 25;

/** The model over HTTP on a system of its own, with sequences that no other of these lines plays. */
const modelOverHttp = (chorus: number): Suite => ({
  ...vitest(`model-http-${chorus + 1}`, 600, '--config', 'vitest.long.config.ts', 'test/long/model-over-http.long.ts'),
  needs: assembly.name,
  environment: { MODEL_SEED: String(1 + sequencesInChorus * chorus) },
});

/** What is too long for the test command: `npm run test:long`, all or those named. One line each. */
export const longSuites: readonly Suite[] = [
  assembly,
  { ...vitest('model', 5_400, '--project', 'model'), environment: { MODEL_SEQUENCES: '10000', MODEL_SEED: '1001' } },
  ...Array.from({ length: 8 }, (_, chorus) => modelOverHttp(chorus)),
];
