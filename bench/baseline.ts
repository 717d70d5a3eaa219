import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { type Figure, isJudged } from './figure.ts';
import type { SuiteReport } from './report.ts';

const file = fileURLToPath(new URL('baseline.json', import.meta.url));
const slack = 1.15;

const baselineSchema = z.record(z.string(), z.number());
type Baseline = z.output<typeof baselineSchema>;

/** What a run is judged by: ratios, units and counts, by suite and name. */
const judgedIn = (suites: readonly SuiteReport[], isMeant: (figure: Figure) => boolean = isJudged): Baseline =>
  Object.fromEntries(
    suites.flatMap(({ suite, figures }) =>
      figures.filter(isMeant).map(({ name, value }) => [`${suite}: ${name}`, Number(value.toPrecision(4))]),
    ),
  );

const known = (): Baseline => (existsSync(file) ? baselineSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {});

/** What became worse than the baseline allows, in words. A figure without a baseline is not judged. */
export const regressions = (suites: readonly SuiteReport[]): readonly string[] => {
  const baseline = known();
  return Object.entries(judgedIn(suites)).flatMap(([name, value]) => {
    const before = baseline[name];
    return before !== undefined && value > before * slack ? [`${name} was ${before} and is ${value}`] : [];
  });
};

/**
 * Takes the figures of this run as the baseline; those of suites that did not run stay. Of a noisy run only what noise
 * cannot touch is taken: units and counts.
 */
export const acceptAsBaseline = (suites: readonly SuiteReport[], noisy: boolean): void => {
  const accepted = judgedIn(suites, (figure) => isJudged(figure) && !(noisy && figure.unit === 'x'));
  writeFileSync(file, `${JSON.stringify({ ...known(), ...accepted }, null, 2)}\n`);
};
