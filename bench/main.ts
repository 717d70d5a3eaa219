import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { acceptAsBaseline, regressions } from './baseline.ts';
import { loadNow, thisMachine } from './machine.ts';
import { isNoisyRun, markdown, type Report, type SuiteReport } from './report.ts';
import { timed } from './rounds.ts';
import type { Size } from './suite.ts';
import { suites, suitesNamed } from './suites.ts';
import { systemOnDemand } from './system/running.ts';

/**
 * `npm run bench [-- suite ...] [--full] [--compare] [--accept]`: measures and prints a table. A whole run is kept in
 * results/. --compare ends with 1 when a ratio, unit or count is worse than the baseline by more than 15 %, --accept makes
 * this run the baseline. --quick, the default, takes less than three minutes on two idle cores.
 */
const quick: Size = { starts: 3, rounds: 5, requests: 60 };
const full: Size = { starts: 9, rounds: 15, requests: 500 };

const flag = { type: 'boolean', default: false } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: flag, full: flag, compare: flag, accept: flag },
});
const chosen = suitesNamed(positionals);
const say = (line: string): void => void process.stderr.write(`${line}\n`);

// So that the children hear of it, too.
process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143));

const machine = thisMachine();
const system = systemOnDemand(say);
const measured: SuiteReport[] = [];
try {
  for (const suite of chosen) {
    say(`== ${suite.name}`);
    const bench = { size: values.full ? full : quick, say, system: system.running };
    let figures: SuiteReport['figures'] = [];
    const milliseconds = await timed(async () => (figures = await suite.run(bench)));
    measured.push({ suite: suite.name, seconds: milliseconds / 1_000, figures });
  }
} finally {
  await system.stop();
}

const report: Report = {
  date: new Date().toISOString().slice(0, 16),
  size: values.full ? 'full' : 'quick',
  machine,
  loadAfter: loadNow(),
  suites: measured,
};
process.stdout.write(markdown(report));
if (chosen.length === suites.length) keep(report);
if (values.compare) judge();
if (values.accept) acceptAsBaseline(measured, isNoisyRun(report));

function keep(whole: Report): void {
  const folder = fileURLToPath(new URL('results/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}${whole.date.slice(0, 10)}.json`, `${JSON.stringify(whole, null, 2)}\n`);
  writeFileSync(`${folder}latest.md`, markdown(whole));
}

function judge(): void {
  const worse = regressions(measured);
  for (const line of worse) say(`WORSE ${line}`);
  if (worse.length > 0) process.exitCode = 1;
}
