import * as z from 'zod';
import type { AslDefinition, AslState } from './asl.ts';

const flow = ['InputPath', 'OutputPath'];
const onward = ['Next', 'End'];
const work = ['ResultSelector', 'ResultPath', 'Retry', 'Catch', ...flow, ...onward];

/**
 * What a state of each type may hold. A list of what is allowed, so that JSONata (Arguments, Output), variables (Assign),
 * Distributed Map (ItemReader, ItemBatcher, ResultWriter, tolerated failures), heartbeats, paths to durations and anything
 * AWS adds later are refused alike.
 */
const stateFields: Readonly<Record<string, readonly string[]>> = {
  Task: ['Resource', 'Parameters', 'TimeoutSeconds', ...work],
  Parallel: ['Branches', 'Parameters', ...work],
  Map: ['ItemProcessor', 'Iterator', 'ItemsPath', 'ItemSelector', 'Parameters', 'MaxConcurrency', ...work],
  Pass: ['Result', 'Parameters', 'ResultPath', ...flow, ...onward],
  Wait: ['Seconds', ...flow, ...onward],
  Choice: ['Choices', 'Default', ...flow],
  Succeed: flow,
  Fail: ['Error', 'Cause', 'ErrorPath', 'CausePath'],
};

const definitionFields = ['StartAt', 'States', 'Comment', 'Version', 'TimeoutSeconds', 'QueryLanguage'];
const comparison = /^(Variable|Next|And|Or|Not|Comment|Is\w+|(String|Numeric|Boolean|Timestamp)\w+)$/;
const list = z.array(z.looseObject({})).default([]);

export function unknownStateFields(state: AslState): string[] {
  const allowed = stateFields[state.Type];
  if (!allowed) return [`the type ${state.Type} is unknown`];
  const fields = Object.keys(state).filter(
    (field) => !['Type', 'Comment', 'QueryLanguage', ...allowed].includes(field),
  );
  const problems = fields.map((field) => `${field} is outside the subset`);
  return [...problems, ...notJsonPath(state), ...unknownRuleFields(state['Choices'])];
}

export function unknownDefinitionFields(definition: AslDefinition): string[] {
  const mode = z.looseObject({ Mode: z.string().default('INLINE') }).default({ Mode: 'INLINE' });
  const { Mode } = mode.parse(definition['ProcessorConfig']);
  const problems = Object.keys(definition)
    .filter((field) => ![...definitionFields, 'ProcessorConfig'].includes(field))
    .map((field) => `Definition: ${field} is outside the subset`);
  if (Mode !== 'INLINE') problems.push(`Definition: a Map runs INLINE only, not ${Mode}`);
  return [...problems, ...notJsonPath(definition).map((problem) => `Definition: ${problem}`)];
}

function notJsonPath(holder: Readonly<Record<string, unknown>>): string[] {
  const language = holder['QueryLanguage'] ?? 'JSONPath';
  return language === 'JSONPath' ? [] : [`the query language is JSONPath only, not ${JSON.stringify(language)}`];
}

function unknownRuleFields(choices: unknown): string[] {
  return list.parse(choices).flatMap((rule) => {
    const fields = Object.keys(rule).filter((field) => !comparison.test(field));
    return [
      ...fields.map((field) => `${field} in a choice is outside the subset`),
      ...unknownRuleFields(rule['And']),
      ...unknownRuleFields(rule['Or']),
      ...unknownRuleFields(rule['Not'] === undefined ? undefined : [rule['Not']]),
    ];
  });
}
