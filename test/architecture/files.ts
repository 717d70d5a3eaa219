import { globSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';

/** Made, installed or delivered, not written here. */
const notOurs = /^(node_modules|dist|cdk\.out|\.attest|\.git|seed-data)(\/|$)/;
const text = /\.(ts|tsx|mjs|json|md|yml|yaml|html|css|csv)$|(^|\/)(run|LICENSE|NOTICE)$/;

/** Every text file of the repository that a person wrote, as paths from its root. */
export const textFiles: readonly string[] = globSync('**/{.github/**/*,.ci/*,.*,*}', {
  withFileTypes: true,
  exclude: (entry) => notOurs.test(pathOf(entry)),
})
  .filter((entry) => entry.isFile() && text.test(entry.name))
  .map(pathOf)
  .sort();

export const sourceFiles = textFiles.filter((path) => /\.(ts|tsx|mjs)$/.test(path));

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);

export const read = (path: string): string => readFileSync(path, 'utf8');

export const linesOf = (path: string): number => read(path).trimEnd().split('\n').length;

function pathOf(entry: { parentPath: string; name: string }): string {
  return `${entry.parentPath}/${entry.name}`.split(sep).join('/').replace(`${process.cwd()}/`, '').replace(/^\.\//, '');
}
