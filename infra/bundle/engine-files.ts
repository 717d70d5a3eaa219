import { constants, cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';

export interface Machine {
  readonly platform: string;
  readonly arch: string;
}

/** Throws when this machine's registry copy has no engine for the target: a function without it would fail at run time only. */
export const addEngine = (root: string, directory: string, { platform, arch }: Machine): void => {
  for (const name of ['node-bindings', `node-bindings-${platform}-${arch}`]) {
    const source = join(root, 'node_modules', '@duckdb', name);
    if (!existsSync(source))
      throw new Error(`@duckdb/${name} is not installed: npm install --os=${platform} --cpu=${arch}`);
    cpSync(source, join(directory, 'node_modules', '@duckdb', name), {
      recursive: true,
      mode: constants.COPYFILE_FICLONE,
    });
  }
};
