import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { type Figure, isJudged, targetIds } from './figure.ts';
import { isNoisyRun, type Report, shown, type SuiteReport } from './report.ts';

const partSchema = z.object({
  what: z.string(),
  unit: z.string(),
  target: z.number(),
  measured: z.number(),
  min: z.number(),
  max: z.number(),
  holds: z.boolean(),
  byCpu: z.boolean(),
});
type Part = z.output<typeof partSchema>;

/** One target of the design as it was last measured: its numbers are those of the part that is nearest to its limit. */
const lineSchema = z.object({
  id: z.enum(targetIds),
  ...partSchema.shape,
  parts: z.array(partSchema),
  date: z.string(),
  commit: z.string(),
  size: z.string(),
  load: z.number(),
  noisy: z.boolean(),
});
export type TargetLine = z.output<typeof lineSchema>;

/** Time is told with this much slack; what is counted has none. */
const slack = 1.15;

const partOf = ({ name, value, unit, spread, aim, byCpu }: Figure): readonly Part[] =>
  aim === undefined
    ? []
    : [
        {
          what: name,
          unit,
          target: aim.atMost,
          measured: Number(value.toPrecision(4)),
          min: Number((spread?.min ?? value).toPrecision(4)),
          max: Number((spread?.max ?? value).toPrecision(4)),
          holds: value <= aim.atMost * (unit === 'x' ? slack : 1),
          byCpu: byCpu === true,
        },
      ];

// Nothing is allowed where the limit is nothing; anything is then infinitely far beyond it.
const reach = ({ measured, target }: Part): number => (target === 0 ? measured * Number.MAX_VALUE : measured / target);

/** What a run says about the targets. */
export const linesOf = (report: Report): readonly TargetLine[] =>
  targetIds.flatMap((id) => {
    const figures = report.suites.flatMap((suite) => suite.figures).filter(({ aim }) => aim?.id === id);
    const parts = figures.flatMap(partOf);
    const [nearest] = parts.toSorted((left, right) => reach(right) - reach(left));
    if (nearest === undefined) return [];
    const { date, size, machine, loadAfter } = report;
    const load = Number(Math.max(machine.load, loadAfter).toFixed(1));
    const about = { date, commit: machine.commit, size, load, noisy: isNoisyRun(report) };
    return [{ id, ...nearest, holds: parts.every(({ holds }) => holds), parts, ...about }];
  });

/** What is beyond its target, without slack. Times are left out: they say as much of the machine. */
export const missedIn = (suites: readonly SuiteReport[]): readonly string[] =>
  suites.flatMap(({ figures }) =>
    figures.flatMap(({ name, value, unit, aim }) =>
      aim !== undefined && isJudged({ unit }) && !(value <= aim.atMost)
        ? [`${aim.id}: ${name} is ${value.toPrecision(4)} ${unit}, at most ${aim.atMost}`]
        : [],
    ),
  );

/** The lines of this run, and of earlier runs those that it did not measure; of a mere trial only what nobody measured. */
export const withEarlier = (lines: readonly TargetLine[], file: string, isTrial: boolean): readonly TargetLine[] => {
  const earlier = existsSync(file) ? z.array(lineSchema).parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
  const measured = earlier.filter(({ size }) => size !== 'smoke');
  const inTurn = isTrial ? [measured, lines, earlier] : [lines, earlier];
  return targetIds.flatMap((id) => inTurn.flatMap((all) => all.find((line) => line.id === id) ?? []).slice(0, 1));
};

const row = (id: string, { what, unit, target, measured, min, max, holds, byCpu }: Part): string =>
  `| ${id} | ${what} | ${shown(target)} ${unit} | ${shown(measured)} ${unit}${byCpu ? ' (cpu)' : ''} | ${shown(min)} to ${shown(max)} | ${holds ? 'holds' : '**missed**'} |`;

/** The targets as a table. */
export const targetTable = (lines: readonly TargetLine[]): string =>
  [
    '| target | what | at most | measured | spread | |',
    '| --- | --- | --- | --- | --- | --- |',
    ...lines.flatMap(({ id, parts }) => parts.map((part, at) => row(at === 0 ? id : '', part))),
  ].join('\n');
