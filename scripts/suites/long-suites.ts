import { type Area, areas } from '../mutation/areas.ts';
import { assembly, check, type Suite, suites, suitesNamed, vitest } from './suites.ts';

const sequencesInChorus = 25;

/** The model over HTTP on a system of its own, with sequences that no other of these lines plays. */
const modelOverHttp = (chorus: number): Suite => ({
  ...vitest(`model-http-${chorus + 1}`, 300, '--project', 'acceptance', 'test/acceptance/model.test.ts'),
  needs: assembly.name,
  environment: {
    MODEL_SEED: String(1 + sequencesInChorus * chorus),
    MODEL_HTTP_SEQUENCES: String(sequencesInChorus),
  },
});

const seedsInLine = 1_000;

/** The simulation with seeds that the test command does not play; each line has a core of its own. */
const moreSeeds = (line: number): Suite =>
  check(
    `simulation-${line + 1}`,
    1_200,
    ...['test/simulation/main.ts', '--seeds', String(seedsInLine), '--first', String(1 + seedsInLine * (line + 1))],
  );

/** Every page over a line on which each answer takes its time: what a test, or a page, takes for there is not there yet. */
const browserFarAway: Suite = {
  ...vitest('browser-far-away', 3_600, '--project', 'browser'),
  needs: assembly.name,
  environment: { BROWSER_LATENCY: '1500' },
};

/** Half an hour of fifty people who keep looking, after the last hour before a due date: no error, and no memory that grows. */
const soak = check('soak', 3_600, 'bench/main.ts', 'load', '--soak', '1800');

/** Small changes of the code that decides, admits and records, one at a time: nine of ten must be noticed by the area's tests. */
const mutation = ({ name }: Area): Suite => check(`mutation-${name}`, 2_400, 'scripts/mutation/main.ts', name);

const repeats = 20;
const quickSuites = ['architecture', 'flows', 'contract', 'unit', 'infra'];

/** The same tests again and again: one that fails now and then is a bug, of the product or of the test. */
const repeated: readonly Suite[] = suitesNamed(quickSuites, suites)
  .filter(({ name }) => name !== assembly.name)
  .map((suite) => ({
    ...suite,
    name: `repeat-${suite.name}`,
    budgetSeconds: suite.budgetSeconds * repeats,
    times: repeats,
  }));

/** What is too long for the test command: `npm run test:long`, all or those named. One line each. */
export const longSuites: readonly Suite[] = [
  assembly,
  { ...vitest('model', 5_400, '--project', 'model'), environment: { MODEL_SEQUENCES: '10000', MODEL_SEED: '1001' } },
  ...Array.from({ length: 8 }, (_, chorus) => modelOverHttp(chorus)),
  ...Array.from({ length: 2 }, (_, line) => moreSeeds(line)),
  // Seven kinds of bugs planted into the product, each of which the quick tests must notice.
  check('planted-bugs', 900, 'scripts/planted/main.ts'),
  ...repeated,
  browserFarAway,
  soak,
  ...areas.map(mutation),
  check('attack-trace', 600, 'test/trace/main.ts'),
];
