import type { Figure } from './figure.ts';
import { isNoisy, type Machine } from './machine.ts';

export interface SuiteReport {
  readonly suite: string;
  readonly seconds: number;
  readonly figures: readonly Figure[];
}

export interface Report {
  readonly date: string;
  readonly size: string;
  /** As it was before the first suite. */
  readonly machine: Machine;
  readonly loadAfter: number;
  readonly suites: readonly SuiteReport[];
}

export const shown = (value: number): string => String(value >= 100 ? Math.round(value) : Number(value.toPrecision(3)));

const row = ({ name, value, unit, spread, byCpu }: Figure): string => {
  const range = spread && spread.rounds > 1 ? `${shown(spread.min)} to ${shown(spread.max)} in ${spread.rounds}` : '';
  return `| ${name} | ${shown(value)} ${unit}${byCpu ? ' (cpu)' : ''} | ${range} |`;
};

const section = ({ suite, seconds, figures }: SuiteReport): string =>
  [
    `## ${suite} (${seconds.toFixed(0)} s)`,
    '',
    '| what | measured | rounds |',
    '| --- | --- | --- |',
    ...figures.map(row),
  ].join('\n');

export const isNoisyRun = ({ machine, loadAfter }: Report): boolean =>
  isNoisy(machine) || isNoisy({ ...machine, load: loadAfter });

/** A run as a page to read. */
export const markdown = (report: Report): string => {
  const { date, size, machine, loadAfter, suites } = report;
  const { cores, processor, memoryGb, platform, node, load, commit } = machine;
  return [
    '# Benchmark',
    `${date}, ${size}, commit ${commit}. ${processor}, ${cores} cores, ${memoryGb} GB, ${platform}, Node ${node}. ` +
      `Load average ${load.toFixed(1)} before and ${loadAfter.toFixed(1)} after${isNoisyRun(report) ? ': **others were at work, take the ratios only**' : ''}.`,
    ...suites.map(section),
    '',
  ].join('\n\n');
};
