import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type Acknowledgement, acknowledged } from './acknowledged.ts';

/** One rule of a pack on one construct. Warnings count like errors. */
export interface Finding {
  readonly rule: string;
  readonly at: string;
}

const report = z.object({
  pluginReports: z.array(
    z.object({
      violations: z.array(
        z.object({
          ruleName: z.string(),
          violatingConstructs: z.array(z.object({ constructPath: z.string().optional() })).default([]),
        }),
      ),
    }),
  ),
});

/** What all packs reported about an assembly. */
export const findingsIn = (assembly: string): readonly Finding[] =>
  report
    .parse(JSON.parse(readFileSync(join(assembly, 'validation-report.json'), 'utf8')))
    .pluginReports.flatMap(({ violations }) =>
      violations.flatMap(({ ruleName, violatingConstructs }) =>
        violatingConstructs.map(({ constructPath }) => ({ rule: ruleName, at: constructPath ?? '' })),
      ),
    );

const covers = (one: Acknowledgement, { rule, at }: Finding, today: string): boolean =>
  one.rule.test(rule) && one.at.test(at) && today < one.reviewBy;

export interface Judgement {
  readonly unacknowledged: readonly Finding[];
  /** Those that cover nothing any more, or whose review is due. */
  readonly stale: readonly Acknowledgement[];
}

export const judge = (
  findings: readonly Finding[],
  today: string,
  register: readonly Acknowledgement[] = acknowledged,
): Judgement => ({
  unacknowledged: findings.filter((finding) => !register.some((one) => covers(one, finding, today))),
  stale: register.filter((one) => !findings.some((finding) => covers(one, finding, today))),
});
