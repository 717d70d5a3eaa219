/**
 * What the suites about the template read: dist/functions and cdk.out, made anew when a source has changed.
 * Of two test commands started together one builds and the other waits.
 */
import { buildIfChanged } from '../local/build/build.ts';
import { exclusively } from '../scripts/setup/exclusive.mjs';

await exclusively('.attest/assembly.lock', {
  work: () => buildIfChanged(process.cwd(), '.attest', (line) => console.log(line)),
  onWait: (owner) => console.log(`process ${String(owner)} is building, waiting for it.`),
});
