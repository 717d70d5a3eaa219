import { join } from 'node:path';
import { buildIfChanged } from '../../local/build/build.ts';
import { root } from '../system/place.ts';

/** The folder of the functions as they are deployed, built when their sources changed. */
export const builtFunctions = async (say: (line: string) => void): Promise<string> => {
  await buildIfChanged(root, join(root, '.attest'), say);
  return join(root, 'dist/functions');
};
