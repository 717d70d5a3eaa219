export interface Area {
  readonly name: string;
  /** What is changed, one small thing at a time. */
  readonly code: readonly string[];
  /** What has to notice it: the tests beside the code and those that play it, not whatever happens to pass through it. */
  readonly tests: readonly string[];
}

const folder = (name: string, ...tests: string[]): Area => ({
  name: `domain-${name}`,
  code: [`shared/domain/${name}/**/*.ts`],
  tests: [`shared/domain/${name}/**/*.test.ts`, ...tests],
});

/** The parts of the code that decide, admit and record. Each ends within the hour on one core. */
export const areas: readonly Area[] = [
  {
    name: 'audit',
    code: ['shared/application/audit/**/*.ts'],
    tests: ['shared/application/audit/**/*.test.ts', 'functions/api/events/seals.test.ts'],
  },
  { name: 'access', code: ['shared/domain/access/**/*.ts'], tests: ['shared/domain/access/**/*.test.ts'] },
  {
    name: 'domain-directory',
    code: ['shared/domain/{agency,organization,user}/**/*.ts'],
    tests: ['shared/domain/{agency,organization,user}/**/*.test.ts'],
  },
  { name: 'domain-common', code: ['shared/domain/*.ts'], tests: ['shared/domain/**/*.test.ts'] },
  folder('category'),
  folder('certification-event'),
  folder('dataset'),
  folder('messaging'),
  folder('participant'),
  folder('rule-library'),
  folder('snapshot'),
  folder('timer'),
  folder('validation-run'),
];
