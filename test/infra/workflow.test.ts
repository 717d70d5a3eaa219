import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { productionContext } from '../../infra/policy/packs.ts';
import { settingNames } from '../../infra/settings.ts';
import { synthesize } from './synthesize.ts';

const workflow = readFileSync('.github/workflows/deploy.yml', 'utf8');
const command = readFileSync('.ci/cdk', 'utf8');

/** The settings the command hands over, each with the variable it takes it from. */
const handedOver: ReadonlyMap<string, string> = new Map(
  [...command.matchAll(/-c "(\w+)=\$(\w+)"/g)].map(([, name = '', variable = '']) => [name, variable]),
);

/** The steps that call it, each with what it is told of the repository's variables. */
const steps = workflow.split(/\n {6}- /).filter((step) => step.includes('.ci/cdk '));
const told = new Set([...workflow.matchAll(/^ +(\w+): \$\{\{ vars\.\1 \}\}$/gm)].map(([, variable]) => variable));

describe('the deployment by the build server', () => {
  test('compares and deploys by the same command and the same variables', () => {
    expect(steps.map((step) => /\.ci\/cdk \S+ (\w+)/.exec(step)?.[1])).toEqual(['diff', 'deploy']);
    expect(steps.map((step) => /env: [&*]settings/.test(step))).toEqual([true, true]);
    expect(workflow).not.toMatch(/npx cdk/);
  });

  test('hands over every setting there is, from a variable it is told', () => {
    expect([...handedOver.keys()].toSorted()).toEqual([...settingNames].toSorted());
    expect([...handedOver.values()].filter((variable) => !told.has(variable))).toEqual([]);
    const whereGiven = [...command.matchAll(/\$\{(\w+):\+-c "\w+=\$\1"\}/g)].map(([, variable]) => variable);
    expect(['STAGE', ...whereGiven]).toEqual([...handedOver.values()]);
  });

  test('may deploy production with what it hands over', () => {
    const given = Object.entries(productionContext).filter(([name]) => handedOver.has(name));
    expect(synthesize(Object.fromEntries(given)).messages).toEqual([]);
  });
});

test('what others wrote and a workflow runs is named by its commit, with the version for people', () => {
  const foreign = globSync('.github/workflows/*.yml').flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/uses: (.+)$/gm)].map(([, action = '']) => action),
  );
  expect(foreign.length).toBeGreaterThan(5);
  expect(foreign.filter((action) => !/^[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
});
