import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { deployedForm } from '../../infra/bundle/bundle.ts';
import { root } from '../system/place.ts';

/** The folder below the repository's packages, so that a bundle finds the native engine. */
const outdir = join(root, '.attest/bench-programs');

const sources = {
  'engine-child': join(root, 'shared/engine/child/main.ts'),
  job: fileURLToPath(new URL('job.ts', import.meta.url)),
  bare: fileURLToPath(new URL('bare.ts', import.meta.url)),
  oracle: fileURLToPath(new URL('oracle.ts', import.meta.url)),
  ingest: fileURLToPath(new URL('ingest.ts', import.meta.url)),
  report: fileURLToPath(new URL('report.ts', import.meta.url)),
  sqlite: fileURLToPath(new URL('sqlite.ts', import.meta.url)),
  exceljs: fileURLToPath(new URL('exceljs.ts', import.meta.url)),
  first: fileURLToPath(new URL('first.ts', import.meta.url)),
} as const;

export type ProgramName = keyof typeof sources;

let bundling: Promise<unknown> | undefined;

/** A program as it is deployed: one bundle with its packages, only the native engine beside it. */
export const programPath = async (name: ProgramName): Promise<string> => {
  await (bundling ??= mkdir(outdir, { recursive: true }).then(() =>
    build({
      ...deployedForm,
      entryPoints: Object.entries(sources).map(([out, source]) => ({ in: source, out })),
      outdir,
    }),
  ));
  return join(outdir, `${name}.mjs`);
};
