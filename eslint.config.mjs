import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * What a machine can refuse from the text alone; the rules that ask the compiler are in `oxlint.config.ts`.
 * `no-restricted-syntax` of a later block replaces that of an earlier one, so each room's block names every refusal that
 * holds there.
 */

const zodByName = {
  selector:
    "ImportDeclaration[source.value='zod'] > :matches(ImportSpecifier[imported.name='z'], ImportDefaultSpecifier)",
  message: "Write import * as z from 'zod': the named object carries all of zod into every bundle.",
};
const bareEvent = {
  selector: ":matches(TSInterfaceDeclaration, TSTypeAliasDeclaration, ClassDeclaration)[id.name='Event']",
  message: 'Say which event: CertificationEvent, DomainEvent or TriggerEvent.',
};
const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'The environment is read once, in shared/runtime/env.ts.',
};
const mocks = {
  selector: "CallExpression[callee.object.name='vi'][callee.property.name=/^(mock|doMock|hoisted)$/]",
  message: 'Inject a fake that passes the contract suite instead of mocking a module.',
};
const sleeps = {
  selector:
    ":matches(CallExpression[callee.name='setTimeout'], ImportDeclaration[source.value=/timers\\u002fpromises$/])",
  message: 'Wait for the condition, not for time.',
};
const clock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: '`now` arrives with the command.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: '`now` arrives with the command.' },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Ids and chance arrive with the command.',
  },
];
const asynchrony = {
  selector: ':matches(:function[async=true], AwaitExpression)',
  message: 'The domain is synchronous: what it needs is loaded before it is asked.',
};
const catches = {
  selector: 'CatchClause',
  message: 'Faults are translated in adapters and caught in shared/runtime, nowhere else.',
};

/**
 * @param {...{selector: string, message: string}} refusals
 * @returns {['error', ...unknown[]]}
 */
const refuse = (...refusals) => ['error', zodByName, bareEvent, ...refusals];

export default defineConfig(
  globalIgnores(['dist', 'cdk.out', '.attest', 'node_modules', 'seed-data', 'docs', 'frontend/api/openapi.ts']),
  tseslint.configs.strict,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      // Matters of taste, where the strict set has another than the house.
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-exports': [
        'error',
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true } },
      ],
      'no-restricted-syntax': refuse(environment),
      eqeqeq: 'error',
    },
  },
  {
    files: ['{shared,functions}/**'],
    ignores: ['functions/operator/**', '**/*.test.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['shared/application/**', 'functions/**'],
    ignores: ['functions/operator/**', '**/*.test.ts'],
    rules: { 'no-restricted-syntax': refuse(environment, catches) },
  },
  {
    files: ['shared/application/**'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-syntax': refuse(environment, catches, ...clock) },
  },
  {
    files: ['shared/domain/**'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-syntax': refuse(environment, catches, asynchrony, ...clock) },
  },
  {
    // Here a fault becomes an attempt noted on its row: one bad row must not hold up the others.
    files: ['shared/application/{relay,sweep}/**'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-syntax': refuse(environment, ...clock) },
  },
  {
    files: ['shared/{domain,application}/**'],
    rules: { 'no-restricted-globals': ['error', { name: 'process', message: 'The core knows no process.' }] },
  },
  {
    // Brands are made here and nowhere else.
    files: ['shared/kernel/**'],
    rules: { '@typescript-eslint/consistent-type-assertions': 'off' },
  },
  {
    // A door parses, calls and renders: more branches than this means it decides.
    files: ['functions/**'],
    ignores: ['functions/operator/**', '**/*.test.ts'],
    rules: { complexity: ['error', 4] },
  },
  {
    files: ['shared/runtime/env.ts', 'functions/operator/**', '{local,infra,bench,test,scripts}/**', '*.mjs'],
    rules: { 'no-restricted-syntax': refuse() },
  },
  { files: ['**/*.test.ts'], rules: { 'no-restricted-syntax': refuse(mocks, sleeps) } },
  {
    files: [
      '*.config.{ts,mjs}',
      'frontend/vite.config.ts',
      'scripts/mutation/vitest.config.ts',
      '.dependency-cruiser.mjs',
    ],
    rules: { 'no-restricted-exports': 'off' },
  },
);
