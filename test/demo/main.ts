import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runningOrStarted } from './system.ts';
import { tellStory } from './story.ts';

/**
 * `npm run demo`: one certification from publishing to closing as five people would do it, against the system that runs or
 * one it starts. Ends with 0 only if every status was the expected one and the audit trail replays.
 */
const system = await runningOrStarted();
const folder = join(process.cwd(), '.attest', 'demo');
mkdirSync(folder, { recursive: true });
try {
  const reports = await tellStory(system.origin, (text) => process.stdout.write(`${text}\n`));
  for (const [name, text] of reports) writeFileSync(join(folder, name), text);
  process.stdout.write(`\nReports: ${folder}\n`);
} catch (fault) {
  process.stderr.write(`\nThe story ended differently: ${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
} finally {
  await system.stop();
}
