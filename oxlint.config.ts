import { defineConfig } from 'oxlint';
import tseslint from 'typescript-eslint';

/**
 * The strict rules that ask the compiler, run over the native one (ADR 0019). The rules that read the text alone are ESLint's
 * (`eslint.config.mjs`).
 */
const strictRules = Object.fromEntries(
  tseslint.configs.strictTypeCheckedOnly
    .flatMap(({ rules = {} }) => Object.entries(rules))
    .filter(([name, entry]) => name.startsWith('@typescript-eslint/') && entry !== 'off')
    .map(([name, entry]) => [name.replace('@typescript-eslint/', 'typescript/'), entry]),
);

/** What oxlint does not have, so that naming it would be an error. */
delete strictRules['typescript/no-unsafe-class-instance-assignment'];

export default defineConfig({
  plugins: ['typescript'],
  categories: { correctness: 'off' },
  options: { typeAware: true },
  // Plain JavaScript states its types in comments; without a declaration the compiler sees `any`.
  ignorePatterns: ['dist', 'cdk.out', '.attest', 'seed-data', 'docs', 'frontend/api/openapi.ts', '**/*.{js,mjs}'],
  rules: {
    ...strictRules,
    // Matters of taste, where the strict set has another than the house.
    'typescript/no-confusing-void-expression': 'off',
    'typescript/no-unnecessary-type-parameters': 'off',
    'typescript/require-await': 'off',
    'typescript/restrict-template-expressions': ['error', { allowNumber: true }],
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: false }],
  },
  overrides: [
    {
      // A test reads foreign JSON by the path it is about and asserts on it: that is its check.
      files: ['**/*.test.ts', 'test/**'],
      rules: {
        'typescript/no-unsafe-argument': 'off',
        'typescript/no-unsafe-assignment': 'off',
        'typescript/no-unsafe-call': 'off',
        'typescript/no-unsafe-member-access': 'off',
        'typescript/no-unsafe-return': 'off',
        'typescript/unbound-method': 'off',
      },
    },
  ],
});
