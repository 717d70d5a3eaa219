import { expect, test } from 'vitest';
import { resolveReferences } from './dynamic-references.ts';

const referenceTo = (name: string): string => `{{resolve:secretsmanager:${name}:SecretString:::}}`;

test('a secret has one value wherever it is named, and another one has another', () => {
  const resolved = resolveReferences({
    one: referenceTo('a'),
    list: [`${referenceTo('a')} ${referenceTo('b')}`],
    n: 1,
  });
  const { one, list, n }: { readonly one: string; readonly list: readonly string[]; readonly n: number } =
    Object(resolved);
  const [first, second] = list[0]?.split(' ') ?? [];
  expect([first, n]).toEqual([one, 1]);
  expect(second).toMatch(/^[0-9a-f]{64}$/);
  expect(second).not.toBe(first);
});

test('what cannot be read here is not passed on', () => {
  expect(() => resolveReferences('{{resolve:ssm:/a}}')).toThrow('ssm:/a');
});
