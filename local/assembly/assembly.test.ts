import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { writeFixtureAssembly } from '../testing/fixture-assembly.ts';
import { type Assembly, loadAssembly, resourcesOfType } from './assembly.ts';

const doors = { origin: 'http://127.0.0.1:4600', gateway: 'http://127.0.0.1:4601' };
let folder: string;
let assembly: Assembly;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assembly-'));
  writeFixtureAssembly(folder, { follow: '/tmp/follow', work: '/tmp/work' });
  assembly = loadAssembly(folder, doors);
  return () => rmSync(folder, { recursive: true });
});

const propertiesOf = (logicalId: string) =>
  assembly.resources.find((resource) => resource.logicalId === logicalId)?.properties;

describe('the assembly', () => {
  it('gives each resource its name on this machine, the explicit one where the template has one', () => {
    const names = assembly.resources.map(({ physicalId }) => physicalId);
    expect(names).toContain('Fixture-Data-Letters');
    expect(names).toContain('fixture-data-store');
    expect(names).toContain('fixture-keep');
    expect(names).toContain('http://127.0.0.1:4601/000000000000/other');
  });

  it('passes values from one stack to the other through its exports', () => {
    expect(propertiesOf('keep')).toMatchObject({
      Role: 'arn:aws:iam::000000000000:role/Fixture-App-keepRole',
      Environment: { Variables: { TABLE_NAME: 'Fixture-Data-Letters', DATA_BUCKET: 'fixture-data-store' } },
    });
    expect(propertiesOf('workSource')).toMatchObject({
      EventSourceArn: 'arn:aws:sqs:us-east-1:000000000000:Fixture-Data-Work',
    });
  });

  it('leaves out what is ignored on purpose and what a condition excludes', () => {
    expect(resourcesOfType(assembly.resources, 'AWS::KMS::Key')).toStrictEqual([]);
    expect(propertiesOf('neverMade')).toBeUndefined();
  });

  it('knows the folder of an asset and the outputs of each stack', () => {
    expect(assembly.assetPath('keep.zip')).toBe(join(folder, 'keep'));
    expect(assembly.assetPath('none.zip')).toBeUndefined();
    expect(assembly.outputs['Fixture-Data']).toMatchObject({ BucketName: 'fixture-data-store' });
  });

  it('refuses to start on a resource of a type nobody listed, naming type and logical id', () => {
    const changed = withDataTemplate((resources) => ({
      ...resources,
      Cache: { Type: 'AWS::ElastiCache::CacheCluster' },
    }));
    expect(() => loadAssembly(changed, doors)).toThrow('AWS::ElastiCache::CacheCluster (Fixture-Data/Cache)');
  });

  it('refuses a reference to nothing', () => {
    const changed = withDataTemplate((resources) => ({
      ...resources,
      Other: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { Ref: 'Nothing' } } },
    }));
    expect(() => loadAssembly(changed, doors)).toThrow('Ref to Nothing');
  });
});

/** A second assembly with other resources in its data stack. */
function withDataTemplate(change: (resources: object) => object): string {
  const copy = mkdtempSync(join(tmpdir(), 'assembly-'));
  onTestFinished(() => rmSync(copy, { recursive: true }));
  writeFixtureAssembly(copy, { follow: '/tmp/follow', work: '/tmp/work' });
  const file = join(copy, 'Fixture-Data.template.json');
  const template: { Resources: object } = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...template, Resources: change(template.Resources) }));
  return copy;
}
