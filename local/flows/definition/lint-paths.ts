import type { AslState } from './asl.ts';

/** Intrinsic functions that give here what they give on AWS. */
const sound = [
  'Array',
  'ArrayContains',
  'ArrayGetItem',
  'ArrayLength',
  'ArrayPartition',
  'ArrayRange',
  'ArrayUnique',
  'Format',
  'Hash',
  'MathAdd',
  'StringSplit',
  'StringToJson',
  'UUID',
];

/**
 * Paths and intrinsic functions the interpreter reads differently from AWS, anywhere in a state but not in the states
 * nested in it. Measured: a wildcard over an empty list is an error, `$$.State` is missing, a quoted ResultPath lands
 * under the key `$`, JsonToString loses its backslashes, JsonMerge changes its first argument.
 */
export function forbiddenPaths(state: AslState): string[] {
  const { ItemProcessor: _processor, Iterator: _iterator, Branches: _branches, Result: _result, ...own } = state;
  return [...everyExpression(own)].flatMap(([field, text]) =>
    problemsOf(field, text).map((problem) => `${problem}: ${text}`),
  );
}

function problemsOf(field: string, text: string): string[] {
  if (!text.startsWith('$')) return field.endsWith('.$') ? intrinsicProblems(text) : [`${field} takes a path only`];
  const problems: string[] = [];
  if (/^\$[A-Za-z_]/.test(text)) problems.push('variables are outside the subset');
  if (/^\$\$\.State\b/.test(text)) problems.push('$$.State is not available');
  if (/^\$\$(?!\.(Execution|Map|StateMachine|Task)\b)/.test(text) && !text.startsWith('$$.State')) {
    problems.push('only Execution, Map, StateMachine and Task are read from the context');
  }
  if (/\*|\.\.|\?|@|\[[^\]]*:/.test(text)) problems.push('wildcards, filters and slices are outside the subset');
  if (/\[\s*['"]/.test(text)) problems.push('fields are written with a dot, not in brackets');
  if (field === 'ResultPath' && !/^\$(\.[\w-]+)*$/.test(text)) problems.push('a ResultPath is a plain path of fields');
  return problems;
}

function intrinsicProblems(text: string): string[] {
  const names = [...text.matchAll(/States\.(\w+)\s*\(/g)].map(([, name = '']) => name);
  const unsound = names.filter((name) => !sound.includes(name)).map((name) => `States.${name} is outside the subset`);
  const paths = [...text.matchAll(/\${1,2}[^\s,)']*/g)].flatMap(([path]) => problemsOf('argument', path));
  return text.includes('\\') ? [...unsound, ...paths, 'escapes are outside the subset'] : [...unsound, ...paths];
}

/** Fields that hold paths or intrinsic functions: `x.$` in templates, `Variable`, and every field named ...Path. */
function* everyExpression(node: unknown): Generator<readonly [field: string, text: string]> {
  if (typeof node !== 'object' || node === null) return;
  for (const [field, value] of Object.entries(node)) {
    const isExpression = field.endsWith('.$') || field.endsWith('Path') || field === 'Variable';
    if (typeof value === 'string' && isExpression) yield [field, value];
    else yield* everyExpression(value);
  }
}
