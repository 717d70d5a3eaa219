import * as z from 'zod';
import { sizes } from './district/sizes.ts';
import { type Figure, isJudged, targetIds } from './figure.ts';
import { isNoisyRun, type Report, type SuiteReport } from './report.ts';

const numbersSchema = z.object({
  what: z.string(),
  unit: z.string(),
  target: z.number(),
  measured: z.number(),
  min: z.number(),
  max: z.number(),
  holds: z.boolean(),
  byCpu: z.boolean(),
});

/** One thing that a target says, with the run that measured it: the parts of a target come from several suites. */
const partSchema = z.object({
  ...numbersSchema.shape,
  date: z.string(),
  commit: z.string(),
  size: z.string(),
  load: z.number(),
  noisy: z.boolean(),
});
export type Part = z.output<typeof partSchema>;

/** One target of the design: its numbers are those of the part that is nearest to its limit; it holds where all parts do. */
const lineSchema = z.object({ id: z.enum(targetIds), ...numbersSchema.shape, parts: z.array(partSchema) });
export type TargetLine = z.output<typeof lineSchema>;

export const linesSchema = z.array(lineSchema);

/** Time is told with this much slack; what is counted has none. */
const slack = 1.15;

const partOf = (
  { name, value, unit, spread, aim, byCpu }: Figure,
  run: Pick<Part, 'date' | 'commit' | 'size' | 'load' | 'noisy'>,
): readonly Part[] =>
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
          ...run,
        },
      ];

// Nothing is allowed where the limit is nothing; anything is then infinitely far beyond it.
const reach = ({ measured, target }: Part): number => (target === 0 ? measured * Number.MAX_VALUE : measured / target);

const lineOf = (id: TargetLine['id'], parts: readonly Part[]): readonly TargetLine[] => {
  const [nearest] = parts.toSorted((left, right) => reach(right) - reach(left));
  if (nearest === undefined) return [];
  return [{ id, ...numbersSchema.parse(nearest), holds: parts.every(({ holds }) => holds), parts: [...parts] }];
};

/** What a run says about the targets. */
export const linesOf = (report: Report): readonly TargetLine[] => {
  const { date, size, machine, loadAfter } = report;
  const load = Number(Math.max(machine.load, loadAfter).toFixed(1));
  const run = { date, commit: machine.commit, size, load, noisy: isNoisyRun(report) };
  const figures = report.suites.flatMap((suite) => suite.figures);
  return targetIds.flatMap((id) => {
    const aimed = figures.filter(({ aim }) => aim?.id === id);
    return lineOf(
      id,
      aimed.flatMap((figure) => partOf(figure, run)),
    );
  });
};

/** What is measured of a district, and of how big a one; nought where it is of none. */
const measureOf = ({ what }: Part): { readonly measure: string; readonly students: number } => {
  const set = (['T', 'S', 'D', 'M', 'L'] as const).find((name) => what.startsWith(`${name}: `));
  return set === undefined
    ? { measure: what, students: 0 }
    : { measure: what.slice(set.length), students: sizes[set].students };
};

/** The same measured again, or over a bigger district: the targets are of the biggest. */
const replaces = (one: Part, other: Part): boolean => {
  const [now, before] = [measureOf(one), measureOf(other)];
  return now.measure === before.measure && now.students >= before.students;
};

/** What a run says put over what earlier runs said, part by part: what it did not measure stays. */
export const withEarlier = (lines: readonly TargetLine[], earlier: readonly TargetLine[]): readonly TargetLine[] => {
  const partsOf = (all: readonly TargetLine[], id: TargetLine['id']) => all.find((line) => line.id === id)?.parts ?? [];
  return targetIds.flatMap((id) => {
    const [before, measured] = [partsOf(earlier, id), partsOf(lines, id)];
    const now = measured.filter((one) => !before.some((other) => replaces(other, one) && !replaces(one, other)));
    const kept = before.filter((other) => !now.some((one) => replaces(one, other)));
    return lineOf(id, [...kept, ...now]);
  });
};

/** What is beyond its target, without slack. Times are left out: they say as much of the machine. */
export const missedIn = (suites: readonly SuiteReport[]): readonly string[] =>
  suites.flatMap(({ figures }) =>
    figures.flatMap(({ name, value, unit, aim }) =>
      aim !== undefined && isJudged({ unit }) && !(value <= aim.atMost)
        ? [`${aim.id}: ${name} is ${value.toPrecision(4)} ${unit}, at most ${aim.atMost}`]
        : [],
    ),
  );
