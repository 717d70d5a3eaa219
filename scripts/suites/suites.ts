/** One line of the test command, in the order they begin: quick ones first. */
export interface Suite {
  readonly name: string;
  /** A check counts as one; a vitest project counts its tests. */
  readonly kind: 'check' | 'vitest';
  /** What Node runs, from the root of the repository. */
  readonly command: readonly string[];
  /** What it should need in its lane of two cores. Past it the run says so; past four times of it the suite is ended and has failed. */
  readonly budgetSeconds: number;
  /** The suite that makes what this one reads. */
  readonly needs?: string;
  /** What it is told beside the surroundings of every suite. */
  readonly environment?: Readonly<Record<string, string>>;
  /** How often it is run, once where nothing is said; the budget is that of all times. */
  readonly times?: number;
}

export const check = (name: string, budgetSeconds: number, ...command: string[]): Suite => ({
  name,
  kind: 'check',
  command,
  budgetSeconds,
});

export const vitest = (name: string, budgetSeconds: number, ...rest: string[]): Suite => ({
  name,
  kind: 'vitest',
  command: ['node_modules/vitest/vitest.mjs', 'run', ...rest],
  budgetSeconds,
});

/** How many suites run at once: most use one core, and those that start the system wait for much of their time. */
export const lanes = 2;

/** Vitest projects of the same name; together with the checks they fit the 25 minutes of the whole command. */
const project = (name: string, budgetSeconds: number, options: { needs?: string } = {}): Suite => ({
  ...vitest(name, budgetSeconds, '--project', name),
  ...options,
});

/**
 * The native compiler: half of the processor time. `typescript` is the one before it, which ESLint's typed rules still load.
 * One checker, since the other core has a suite of its own and a second checker checks again what both need.
 */
const compiler = ['node_modules/typescript-native/bin/tsc', '--checkers', '1'];

/** The templates that many suites read. */
export const assembly = check('assembly', 40, 'test/assemble.ts');

const needsAssembly = { needs: assembly.name };

export const suites: readonly Suite[] = [
  check('format', 10, 'node_modules/@biomejs/biome/bin/biome', 'format', '.'),
  check('cruise', 15, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', '.'),
  check('knip', 15, 'node_modules/knip/bin/knip.js'),
  assembly,
  project('architecture', 20),
  // As long as half of the others together: begun first, it does not run alone at the end.
  project('acceptance', 900, needsAssembly),
  check('typecheck', 60, ...compiler),
  check('typecheck-pages', 60, ...compiler, '-p', 'frontend'),
  check('lint', 40, 'node_modules/eslint/bin/eslint.js', '.'),
  // Other threads than one would take the core of the suite beside it.
  check('lint-typed', 50, 'node_modules/oxlint/bin/oxlint', '--threads', '1'),
  project('unit', 200),
  project('infra', 110, needsAssembly),
  project('contract', 70),
  project('flows', 15, needsAssembly),
  project('browser', 500, needsAssembly),
  project('simulation', 400),
  project('model', 180, needsAssembly),
];

/** The suites of these names (all when none is named) with what they need, in running order. Throws on an unknown name. */
export function suitesNamed(names: readonly string[], suites: readonly Suite[]): readonly Suite[] {
  if (names.length === 0) return suites;
  const chosen = names.map((name) => {
    const suite = suites.find((candidate) => candidate.name === name);
    if (!suite)
      throw new Error(`There is no suite "${name}". There are: ${suites.map((each) => each.name).join(', ')}.`);
    return suite;
  });
  return suites.filter((suite) => chosen.some((each) => each === suite || each.needs === suite.name));
}
