import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdown, type Report, shown } from './report.ts';
import { linesSchema, type Part, type TargetLine, withEarlier } from './targets.ts';

const numbersOf = ({ what, unit, target, measured, min, max, holds, byCpu }: Part): string =>
  `${what} | ${shown(target)} ${unit} | ${shown(measured)} ${unit}${byCpu ? ' (cpu)' : ''} | ${shown(min)} to ${shown(max)} | ${holds ? 'holds' : '**missed**'}`;

const runOf = ({ date, size, commit, load, noisy }: Part): string =>
  `${date}, ${size} | ${commit} | ${load}${noisy ? ' (noisy)' : ''}`;

/** The targets as a table, each part with the run that measured it. */
export const targetTable = (lines: readonly TargetLine[]): string =>
  [
    '| target | what | at most | measured | spread | | run | commit | load |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...lines.flatMap(({ id, parts }) =>
      parts.map((part, at) => `| ${at === 0 ? id : ''} | ${numbersOf(part)} | ${runOf(part)} |`),
    ),
  ].join('\n');

/** `latest.md` is this page of `latest.json` and nothing else, so that the two cannot tell different things. */
export const targetPage = (lines: readonly TargetLine[]): string =>
  `# Targets\n\nEach part as it was last measured, with the run that measured it.\n\n${targetTable(lines)}\n`;

export const readLines = (file: string): readonly TargetLine[] =>
  existsSync(file) ? linesSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : [];

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Puts what a run said of the targets over what was known of them. */
export const keepTargets = (lines: readonly TargetLine[], folder: string): void => {
  mkdirSync(folder, { recursive: true });
  const known = withEarlier(lines, readLines(join(folder, 'latest.json')));
  writeFileSync(join(folder, 'latest.json'), asJson(known));
  writeFileSync(join(folder, 'latest.md'), targetPage(known));
};

/** Keeps a whole run by its day, as data and as a page. */
export const keepRun = (run: Report, folder: string): void => {
  const day = join(folder, run.date.slice(0, 10));
  writeFileSync(`${day}.json`, asJson(run));
  writeFileSync(`${day}.md`, markdown(run));
};
