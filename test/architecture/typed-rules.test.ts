import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import config from '../../oxlint.config.ts';

/** What each rule refuses: a rule that refuses nothing anywhere proves nothing about the code that passes it. */
const refused: Readonly<Record<string, string>> = {
  'await-thenable': 'export const a = async () => { await 1; };',
  'no-array-delete': 'export const a = (list: number[]) => { delete list[0]; };',
  'no-base-to-string': 'export const a = (one: { b: 1 }) => String(one);',
  'no-deprecated': '/** @deprecated */\nconst old = (): number => 1;\nexport const a = old();',
  'no-duplicate-type-constituents': "export type A = 'b' | 'b';",
  'no-floating-promises': 'const b = async () => 1;\nexport const a = () => { b(); };',
  'no-for-in-array': 'export const a = (list: number[]) => { for (const at in list) console.log(at); };',
  'no-generated-empty-object-type': "export const a = (one: Omit<{ b: 1 }, 'b'>) => one;",
  'no-implied-eval': "export const a = new Function('return 1');",
  'no-meaningless-void-operator': 'export const a = (b: () => void) => { void b(); };',
  'no-misused-promises': 'export const a = (b: Promise<boolean>) => { if (b) console.log(1); };',
  'no-misused-spread': 'export const a = (b: Promise<number>) => ({ ...b });',
  'no-mixed-enums': "export declare enum A { B = 1, C = 'c' }",
  'no-redundant-type-constituents': "export type A = string | 'b';",
  'no-unnecessary-boolean-literal-compare': 'export const a = (b: boolean) => b === true;',
  'no-unnecessary-condition': 'export const a = (b: { c: 1 }) => (b ? 1 : 2);',
  'no-unnecessary-template-expression': "export const a = `b${'c'}`;",
  'no-unnecessary-type-arguments': 'const b = <T = string>(): T[] => [];\nexport const a = b<string>();',
  'no-unnecessary-type-assertion': 'export const a = (b: string) => b!;',
  'no-unnecessary-type-conversion': 'export const a = (b: string) => String(b);',
  'no-unsafe-argument': 'export const a = (b: any, c: (d: string) => void) => { c(b); };',
  'no-unsafe-assignment': 'export const a = (b: any) => { const c = b; return [typeof c]; };',
  'no-unsafe-call': 'export const a = (b: any) => { b(); };',
  'no-unsafe-enum-assignment': 'export declare enum B { C = 1 }\nexport const a: B = 1;',
  'no-unsafe-enum-comparison': 'export declare enum B { C = 1 }\nexport const a = (b: B) => b === 1;',
  'no-unsafe-member-access': 'export const a = (b: any) => { console.log(typeof b.c); };',
  'no-unsafe-return': 'export const a = (b: any) => b;',
  'no-unsafe-unary-minus': 'export const a = (b: string) => -b;',
  'no-useless-default-assignment': 'export const a = (list: string[]) => list.map((one = "") => one);',
  'only-throw-error': "export const a = () => { throw 'b'; };",
  'prefer-promise-reject-errors': "export const a = () => Promise.reject('b');",
  'prefer-reduce-type-parameter': 'export const a = (b: string[]) => b.reduce((c, d) => c.concat(d), [] as string[]);',
  'prefer-return-this-type': 'export class A { b(): A { return this; } }',
  'related-getter-setter-pairs': 'export interface A { get b(): string; set b(c: number); }',
  'restrict-plus-operands': "export const a = (b: number) => b + 'c';",
  'restrict-template-expressions': 'export const a = (b: { c: 1 }) => `${b}`;',
  'return-await':
    'const b = async () => 1;\nexport const a = async () => { try { return b(); } finally { console.log(1); } };',
  'switch-exhaustiveness-check': "export const a = (b: 'c' | 'd') => { switch (b) { case 'c': return 1; } };",
  'unbound-method': 'class B { c() { return this; } }\nexport const a = new B().c;',
  'use-unknown-in-catch-callback-variable':
    'export const a = (b: Promise<number>) => b.catch((c) => { console.log(typeof c); });',
};

const asked = Object.entries(config.rules)
  .filter(([, entry]) => entry !== 'off')
  .map(([name]) => name.replace('typescript/', ''));

interface Said {
  readonly diagnostics: readonly { readonly code: string; readonly filename: string }[];
}

let folder: string;
let said: Said;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'attest-rules-'));
  for (const file of ['oxlint.config.ts', 'tsconfig.json', 'package.json']) cpSync(file, join(folder, file));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, 'shared'));
  for (const [rule, code] of Object.entries(refused)) writeFileSync(join(folder, 'shared', `${rule}.ts`), `${code}\n`);
  const linter = join('node_modules', 'oxlint', 'bin', 'oxlint');
  const { stdout } = spawnSync(process.execPath, [linter, '--format', 'json', 'shared'], {
    cwd: folder,
    encoding: 'utf8',
  });
  said = JSON.parse(stdout);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('every rule that is asked for has an example', () => {
  expect(Object.keys(refused).toSorted()).toEqual(asked.toSorted());
});

describe('the linter refuses', () => {
  test.each(asked)('%s', (rule) => {
    const codes = said.diagnostics.filter(({ filename }) => filename === `shared/${rule}.ts`).map(({ code }) => code);
    expect(codes).toContain(`typescript(${rule})`);
  });
});
