import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { acceptAsBaseline, regressions } from './baseline.ts';
import { loadNow, thisMachine } from './machine.ts';
import { isNoisyRun, markdown, type Report, type SuiteReport } from './report.ts';
import { keepRun, keepTargets, targetTable } from './results.ts';
import { timed } from './rounds.ts';
import type { Size } from './suite.ts';
import { suites, suitesNamed } from './suites.ts';
import { systemOnDemand } from './system/running.ts';
import { linesOf, missedIn } from './targets.ts';

/**
 * `npm run bench [-- suite ...] [--all | --smoke | --full] [--soak SECONDS] [--compare] [--accept]`: measures and prints a
 * table. Without names it measures what takes about a minute; --all measures every suite in the same size, --full on bigger
 * districts, --smoke once on small ones. Every run but a trial keeps what it says of the targets in results/, a whole one all
 * of it. --compare ends with 1 when a ratio, unit or count is worse than the baseline by more than 15 %, --accept makes this
 * run the baseline. --soak looks on for so long after the last hour, and ends with 1 when anything that is no time is beyond
 * its target.
 */
const quick: Size = {
  starts: 5,
  rounds: 5,
  requests: 60,
  reportRows: [173, 10_000],
  load: { districts: 1_200, schools: 2_000, soakSeconds: 60 },
  sets: { small: 'S', middle: 'D', biggest: 'D' },
};
/** Shows that everything works, not how fast. */
const smoke: Size = {
  starts: 1,
  rounds: 1,
  requests: 6,
  reportRows: [173],
  load: { districts: 20, schools: 100, soakSeconds: 6 },
  sets: { small: 'T', middle: 'S', biggest: 'S' },
};
const full: Size = {
  starts: 9,
  rounds: 7,
  requests: 500,
  reportRows: [0, 173, 10_000, 250_000],
  load: { districts: 1_200, schools: 10_000, soakSeconds: 1_800 },
  sets: { small: 'S', middle: 'M', biggest: 'L' },
};

const flag = { type: 'boolean', default: false } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: flag, smoke: flag, full: flag, compare: flag, accept: flag, soak: { type: 'string' } },
});
const sizes = { smoke, quick, full };
const chosenSize = (['smoke', 'full'] as const).find((name) => values[name]) ?? 'quick';
const size = soakingFor(sizes[chosenSize], values.soak);
const chosen = suitesNamed(positionals, values.all || chosenSize !== 'quick' ? 'all' : 'quick');
const say = (line: string): void => void process.stderr.write(`${line}\n`);

// So that the children hear of it, too.
process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143));

const machine = thisMachine();
const system = systemOnDemand(say);
const measured: SuiteReport[] = [];
try {
  for (const suite of chosen) {
    say(`== ${suite.name}`);
    const bench = { size, say, system: system.running };
    let figures: SuiteReport['figures'] = [];
    const milliseconds = await timed(async () => (figures = await suite.run(bench)));
    measured.push({ suite: suite.name, seconds: milliseconds / 1_000, figures });
  }
} finally {
  await system.stop();
}

const report: Report = {
  date: new Date().toISOString().slice(0, 16),
  size: chosenSize,
  machine,
  loadAfter: loadNow(),
  suites: measured,
};
const folder = fileURLToPath(new URL('results/', import.meta.url));
const lines = linesOf(report);
process.stdout.write(`${markdown(report)}\n${targetTable(lines)}\n`);
// A trial says how fast nothing is.
if (chosenSize !== 'smoke') keepTargets(lines, folder);
if (chosenSize !== 'smoke' && chosen.length === suites.length) keepRun(report, folder);
if (values.compare) judge();
if (values.soak !== undefined) judgeTargets();
if (values.accept) acceptAsBaseline(measured, isNoisyRun(report));

function soakingFor(chosenOf: Size, seconds: string | undefined): Size {
  if (seconds === undefined) return chosenOf;
  const soakSeconds = Number(seconds);
  if (!Number.isSafeInteger(soakSeconds) || soakSeconds < 1) throw new Error('--soak is a whole number of seconds');
  return { ...chosenOf, load: { ...chosenOf.load, soakSeconds } };
}

function judgeTargets(): void {
  const missed = missedIn(measured);
  for (const line of missed) say(`MISSED ${line}`);
  if (missed.length > 0) process.exitCode = 1;
}

function judge(): void {
  const worse = regressions(measured);
  for (const line of worse) say(`WORSE ${line}`);
  if (worse.length > 0) process.exitCode = 1;
}
