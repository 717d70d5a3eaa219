import * as z from 'zod';
import type { AslDefinition, AslState } from './asl.ts';

const target = z.looseObject({ Next: z.string() });
const targets = z.array(target).default([]);

/** Transitions to states that do not exist on the same level. */
export function missingTargets(definition: AslDefinition): string[] {
  const known = Object.keys(definition.States);
  const problems = known.includes(definition.StartAt)
    ? []
    : [`Definition: StartAt names no state: ${definition.StartAt}`];
  for (const [name, state] of Object.entries(definition.States)) {
    const missing = targetsOf(state).filter((next) => !known.includes(next));
    problems.push(...missing.map((next) => `State "${name}": there is no state "${next}" to go to`));
  }
  return problems;
}

function targetsOf(state: AslState): string[] {
  const single = z.array(z.string()).parse([state['Next'], state['Default']].filter((next) => next !== undefined));
  const many = [...targets.parse(state['Choices']), ...targets.parse(state['Catch'])];
  return [...single, ...many.map(({ Next }) => Next)];
}
