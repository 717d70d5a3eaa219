import * as z from 'zod';
import { type Result, refuse } from '../../kernel/result.ts';
import type { DatasetDeclaration } from '../declaration.ts';
import { askEngine, type EngineOptions } from '../sandbox/ask-engine.ts';
import { faultOfTheGate, gateFaultSchema } from './fault-of-the-gate.ts';
import type { GateFault } from './gate-fault.ts';
import { type CheckedRule, type RuleRefusal, ruleRefusalCodes, ruleWarningCodes } from './refusal.ts';
import type { RuleParameter } from './rule-parameters.ts';

const judgement = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    value: z.object({
      sql: z.string(),
      datasets: z.array(z.string()),
      previousDatasets: z.array(z.string()),
      warnings: z.array(
        z.object({ code: z.enum(ruleWarningCodes), detail: z.string(), facts: z.record(z.string(), z.string()) }),
      ),
      columns: z.array(z.object({ name: z.string(), type: z.string() })),
    }),
  }),
  z.object({
    ok: z.literal(false),
    failure: z.object({ code: z.enum(ruleRefusalCodes), detail: z.string(), position: z.int().nullable() }),
  }),
]);

const answerSchema = z.union([judgement, gateFaultSchema]);

// DuckDB folds constants while it looks names up, even with every optimizer off, and nothing of its own bounds how long
// that takes or how large they grow. The process of a harmless rule needs a fifth of this.
const limits = { memoryMb: 256, threads: 1, processorSeconds: 2 };

// For a process that does not get its processor.
const secondsToAnswer = 3;

const tooComplex: RuleRefusal = {
  code: 'RULE_TOO_COMPLEX',
  detail:
    'the rule takes too much time or memory to be read, before it sees a row: shorten its constant texts and ' +
    'patterns, and do not make large texts out of constants',
  position: null,
};

export interface CheckOptions extends EngineOptions {
  readonly datasets: readonly DatasetDeclaration[];
  readonly parameters?: readonly RuleParameter[];
}

type Outcome = Result<CheckedRule, RuleRefusal>;

/**
 * Decides whether a text is a rule over these datasets, in a process of its own: the text is hostile until then.
 * Refusals carry a RULE_... code and a hint for the author; nothing is executed and no row is read. A text
 * that takes the process down is refused, since it would do so every time; throws EngineFault when it cannot be begun,
 * and when the gate itself is mistaken.
 */
export const checkRule = async (
  sql: string,
  { datasets, parameters = [], childPath, signal }: CheckOptions,
): Promise<Outcome> => {
  const answer = await askEngine<Outcome | GateFault>(
    {
      job: { kind: 'check', job: { sql, datasets, parameters, limits } },
      limits,
      answer: answerSchema,
      secondsToAnswer,
      answerOfDeath: ({ hasBegun }) => (hasBegun ? refuse(tooComplex) : undefined),
    },
    { childPath, ...(signal && { signal }) },
  );
  if ('fault' in answer) throw faultOfTheGate(answer);
  return answer;
};
