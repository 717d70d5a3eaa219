import { fileURLToPath } from 'node:url';
import { build, type BuildOptions, type Metafile } from 'esbuild';
import { entryOf, type FunctionName } from '../functions.ts';

/** The process in which the engine runs, as a program of its own beside the function that starts it. */
export const engineChild = { entry: 'shared/engine/child/main.ts', file: 'engine-child.mjs' } as const;

/** A function finds its credentials in its environment, and need not carry the other ways of looking for them. */
const credentials = {
  '@aws-sdk/credential-provider-node': fileURLToPath(
    new URL('../../shared/adapters/environment-credentials.ts', import.meta.url),
  ),
};

/** Native: its place is beside the bundle, in node_modules. */
const nativePackage = '@duckdb/node-bindings';
/** Beside the bundle that reads them, as they are beside the source that does. */
export const fontFiles = 'shared/engine/report/print/fonts';
const readsFonts = 'shared/engine/report/print/fonts.ts';
const startsEngine = 'shared/engine/sandbox/engine-process.ts';

// Packages inside the bundle may still call require(); some import `createRequire` themselves, under that very name.
const banner =
  "import { createRequire as requireOfBundle } from 'node:module'; const require = requireOfBundle(import.meta.url);";

/** How everything that is deployed is bundled. The SDK goes in: with `mainFields` it loads in half the time of the runtime's own. */
export const deployedForm = {
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  external: [nativePackage],
  alias: credentials,
  banner: { js: banner },
  // A third fewer bytes. Names stay, so that a stack still tells where it was.
  minifyWhitespace: true,
  logLevel: 'silent',
} as const satisfies BuildOptions;

export interface Bundle {
  readonly name: FunctionName;
  readonly bytes: number;
  /** Runs SQL, itself or in a child process. */
  readonly engine: boolean;
  /** Writes PDF files, and so carries the letters. */
  readonly prints: boolean;
}

/**
 * All functions in one esbuild call, `<outdir>/<name>/index.mjs`, the engine's child at `<outdir>/engine-child.mjs`.
 * Throws with esbuild's own messages.
 */
export const bundleAll = async (
  root: string,
  outdir: string,
  names: readonly FunctionName[],
): Promise<readonly Bundle[]> => {
  const functions = names.map((name) => ({ in: entryOf(name), out: `${name}/index` }));
  const { metafile } = await build({
    ...deployedForm,
    absWorkingDir: root,
    entryPoints: [...functions, { in: engineChild.entry, out: engineChild.file.replace('.mjs', '') }],
    outdir,
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
  });
  return names.map((name) => describe(name, metafile));
};

const describe = (name: FunctionName, { outputs }: Metafile): Bundle => {
  const output = Object.values(outputs).find(({ entryPoint }) => entryPoint === entryOf(name));
  if (!output) throw new Error(`${name} was not built`);
  const runsSql = output.imports.some(({ path }) => path === nativePackage);
  return {
    name,
    bytes: output.bytes,
    engine: runsSql || startsEngine in output.inputs,
    prints: readsFonts in output.inputs,
  };
};
