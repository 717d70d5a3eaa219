import * as z from 'zod';
import { type Result, refuse } from '../../kernel/result.ts';
import type { DatasetDeclaration } from '../declaration.ts';
import { askEngine, type EngineOptions } from '../sandbox/ask-engine.ts';
import { type CheckedRule, type RuleRefusal, ruleRefusalCodes, ruleWarningCodes } from './refusal.ts';
import type { RuleParameter } from './rule-parameters.ts';

const answerSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    value: z.object({
      sql: z.string(),
      datasets: z.array(z.string()),
      previousDatasets: z.array(z.string()),
      warnings: z.array(z.object({ code: z.enum(ruleWarningCodes), detail: z.string() })),
      columns: z.array(z.object({ name: z.string(), type: z.string() })),
    }),
  }),
  z.object({
    ok: z.literal(false),
    failure: z.object({ code: z.enum(ruleRefusalCodes), detail: z.string(), position: z.int().nullable() }),
  }),
]);

const limits = { memoryMb: 256, threads: 1 };

// Preparing a rule folds its constants, and no limit of DuckDB's binds how long that takes.
const secondsToJudge = 15;

const tooSlow: RuleRefusal = {
  code: 'RULE_TOO_COMPLEX',
  detail: `the rule could not be read within ${secondsToJudge} seconds`,
  position: null,
};

export interface CheckOptions extends EngineOptions {
  readonly datasets: readonly DatasetDeclaration[];
  readonly parameters?: readonly RuleParameter[];
}

/**
 * Decides whether a text is a rule over these datasets, in a process of its own: the text is hostile until then.
 * Refusals carry a RULE_... code and a hint for the author; nothing is executed and no row is read.
 */
export const checkRule = async (
  sql: string,
  { datasets, parameters = [], childPath, signal }: CheckOptions,
): Promise<Result<CheckedRule, RuleRefusal>> => {
  const deadline = AbortSignal.timeout(secondsToJudge * 1_000);
  const either = AbortSignal.any(signal ? [signal, deadline] : [deadline]);
  const options = { signal: either, childPath };
  try {
    return await askEngine(
      { job: { kind: 'check', job: { sql, datasets, parameters, limits } }, limits, answer: answerSchema },
      options,
    );
  } catch (fault) {
    if (deadline.aborted && signal?.aborted !== true) return refuse(tooSlow);
    throw fault;
  }
};
