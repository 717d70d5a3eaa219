import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { functionNames } from '../../infra/functions.ts';
import { ofType, rendered, type Resource, resourcesIn } from './template.ts';

const deployed = resourcesIn('cdk.out');
const bundleOf = (name: string): string => resolve(`dist/functions/${name}/index.mjs`);

const functionOf = (name: string): Resource | undefined =>
  ofType(deployed, 'AWS::Lambda::Function').find(({ Properties }) => Properties.FunctionName === `attest-dev-${name}`);

const givenTo = (name: string): string[] =>
  Object.keys(functionOf(name)?.Properties.Environment?.Variables ?? {}).sort();

const readBy: Record<string, string[]> = JSON.parse(
  execFileSync(
    process.execPath,
    ['test/infra/read-environment.mjs', functionNames.flatMap(givenTo).join(), ...functionNames.map(bundleOf)],
    { encoding: 'utf8', env: { ...process.env, AWS_REGION: 'us-east-1', TZ: 'UTC' } },
  ),
);

/** Which index a list of the store is read from; the lists that are not here are read from the table itself. */
const indexesOf: Readonly<Record<string, readonly string[]>> = {
  certificationEvents: ['GSI1'],
  participantsOfDistrict: ['GSI1'],
  runsOf: ['GSI1'],
  snapshotsOf: ['GSI1'],
  snapshotsOfCertificationEvent: ['GSI2'],
  queuedRuns: ['GSI2'],
  timersOf: ['GSI1'],
  historyOf: ['GSI1'],
  organizations: ['GSI1', 'GSI2'],
  categories: ['GSI1'],
  rules: ['GSI1'],
  validationGroups: ['GSI1'],
  datasets: ['GSI1'],
};

const listsReadBy = (name: string): string[] => {
  const code = readFileSync(bundleOf(name), 'utf8');
  const lists = [...code.matchAll(/\bstore\d*\.(\w+)\(/g)].flatMap(([, list = '']) => indexesOf[list] ?? []);
  const due = /\bdueList\.\w+\(/.test(code) ? ['GSI3'] : [];
  return [...new Set([...lists, ...due])].sort();
};

const indexesGivenTo = (name: string): string[] => {
  const role = JSON.stringify(functionOf(name)?.Properties.Role);
  const policy = ofType(deployed, 'AWS::IAM::ManagedPolicy').find(({ Properties }) =>
    Properties.Roles?.some((attached: { Ref: string }) => role.includes(`"${attached.Ref}"`)),
  );
  const resources: unknown[] = policy?.Properties.PolicyDocument.Statement.flatMap(
    ({ Resource }: { Resource: unknown }) => Resource,
  );
  return [
    ...resources
      .map(rendered)
      .join()
      .matchAll(/\/index\/(\w+)/g),
  ]
    .map(([, index = '']) => index)
    .sort();
};

describe.each(functionNames)('%s', (name) => {
  test('is given the variables its code reads, and no other', () => {
    expect(givenTo(name)).toEqual(readBy[bundleOf(name)]);
  });

  test('may query the lists its code reads, and no other', () => {
    expect(indexesGivenTo(name)).toEqual(listsReadBy(name));
  });
});
