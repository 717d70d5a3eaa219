import { describe, expect, test } from 'vitest';
import { isTest, read, sourceFiles, textFiles } from './files.ts';

interface Refusal {
  readonly what: string;
  readonly pattern: RegExp;
  /** A text the pattern must find: a check that finds nothing anywhere proves nothing. */
  readonly example: string;
  readonly files: readonly string[];
  readonly inComments?: 'allowed';
  /** Where it has its place. */
  readonly home?: RegExp;
}

/** A comment may name a key or a variable: it explains, it does not use it. */
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

const self = /^test\/architecture\/refused-text\.test\.ts$/;
const deployed = sourceFiles.filter((path) => /^(shared|functions)\//.test(path) && !isTest(path));
const keysFile = /^shared\/adapters\/dynamodb\/keys\.ts$/;

const refusals: readonly Refusal[] = [
  {
    what: 'a note to do something later',
    pattern: /\b(TODO|FIXME|XXX|HACK)\b/,
    example: '// TODO tidy',
    files: sourceFiles,
  },
  {
    what: 'a test that is left out',
    pattern: /\b(test|it|describe)\.(only|skip|todo|skipIf|runIf|fails)\b/,
    example: 'test.skipIf(slow)',
    files: sourceFiles,
  },
  {
    what: 'a silenced check without its reason',
    pattern: /@ts-(ignore|nocheck|expect-error)|eslint-disable(?![^\n]* -- \S)|biome-ignore/,
    example: '// eslint-disable-next-line eqeqeq',
    files: sourceFiles,
  },
  {
    what: 'a barrel',
    pattern: /^export (\*|\{[^}]*\}) from /m,
    example: "export * from './snapshot.ts';",
    files: sourceFiles,
  },
  {
    what: 'the host of a package registry',
    pattern: /registry\.(npmjs|yarnpkg|npmmirror)|npm\.pkg\.github|deb\.debian/,
    example: 'https://registry.npmjs.org/zod',
    files: textFiles,
  },
  {
    what: 'the absolute path of one machine',
    pattern: /(?<![\w.~/])\/(home|root|Users|work)\/\w|\b[A-Z]:\\\\?Users/,
    example: "'/home/clerk/attest'",
    files: textFiles,
  },
  {
    what: 'key text of the table outside its one file',
    pattern: /['"`][A-Z][A-Z0-9]+#|#[A-Z]{2,}[#'"`]/,
    example: '`EVT#1#AUDIT`',
    files: deployed,
    inComments: 'allowed',
    home: keysFile,
  },
  {
    what: 'the environment read outside its places',
    pattern: /\bprocess\.env\b|\bimport\.meta\.env\b/,
    example: "process.env['TABLE_NAME']",
    files: sourceFiles,
    home: /^(shared\/runtime\/env\.ts|setup\.mjs|(functions\/operator|local|infra|test|bench|scripts)\/)/,
  },
  {
    what: 'a branch for the local machine in deployed code',
    pattern: /IS_LOCAL|AWS_SAM_LOCAL|AWS_ENDPOINT_URL/,
    example: "if (process.env['AWS_ENDPOINT_URL_S3']) return;",
    files: deployed,
  },
];

describe.each(refusals)('$what', ({ pattern, example, files, inComments, home }) => {
  const stands = (text: string) => pattern.test(inComments ? withoutComments(text) : text);

  test('is found where it stands', () => expect(stands(example)).toBe(true));

  test('stands nowhere', () => {
    const found = files.filter((path) => !self.test(path) && !home?.test(path) && stands(read(path)));
    expect(found).toEqual([]);
  });
});
