/**
 * The first command of a fresh clone: `node setup.mjs <script> [arguments]`.
 * Installs what package-lock.json asks for, once, then runs the script under the Node 24 that the lockfile carries.
 * Plain JavaScript without dependencies: it runs on any Node >= 18, before anything is installed.
 * Speaks on stderr only, so that a script's stdout stays its own.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { handOver } from './scripts/setup/child.mjs';
import { SetupFailure } from './scripts/setup/failure.mjs';
import { installOnce } from './scripts/setup/install.mjs';
import { nodeToUse, requireUsableNode } from './scripts/setup/node24.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const [script, ...scriptArguments] = process.argv.slice(2);

try {
  requireUsableNode(root);
  await installOnce(root);
  if (script) process.exitCode = await handOver(nodeToUse(root), [script, ...scriptArguments]);
} catch (fault) {
  if (!(fault instanceof SetupFailure)) throw fault;
  console.error(`attest: ${fault.message}`);
  process.exitCode = fault.exitCode;
}
