import { type AslDefinition, everyDefinition, parseDefinition } from './asl.ts';
import { unknownDefinitionFields, unknownStateFields } from './lint-fields.ts';
import { forbiddenPaths } from './lint-paths.ts';
import { missingTargets } from './lint-targets.ts';
import { taskProblems } from './lint-tasks.ts';

/**
 * What keeps a definition from running here exactly as on AWS: constructs the interpreter lacks or gets wrong and that no
 * cure covers. One sentence a problem, naming the state; empty for a definition within the subset.
 * Syntax is asl-validator's business (it takes 0.3 s a machine, so tests call it and the start does not).
 */
export function lintDefinition(definition: unknown): string[] {
  const machine = parseDefinition(definition);
  return [...repeatedNames(machine), ...[...everyDefinition(machine)].flatMap(lintOne)];
}

function lintOne(definition: AslDefinition): string[] {
  const problems = [...unknownDefinitionFields(definition), ...missingTargets(definition)];
  for (const [name, state] of Object.entries(definition.States)) {
    const found = [...unknownStateFields(state), ...forbiddenPaths(state), ...taskProblems(state)];
    problems.push(...found.map((problem) => `State "${name}": ${problem}`));
  }
  return problems;
}

/** Task handlers, fault rules and resume points go by state name, so a name stands once in the whole machine. */
function repeatedNames(machine: AslDefinition): string[] {
  const names = [...everyDefinition(machine)].flatMap((definition) => Object.keys(definition.States));
  const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...repeated].map((name) => `State "${name}": the name is used twice in the machine`);
}
