import * as z from 'zod';
import type { AslState } from './asl.ts';

/** The longest a host timer runs: beyond it setTimeout fires at once, so that a 30-day approval would time out at once. */
const longestSeconds = 2_147_483;

const rules = z.array(z.looseObject({})).default([]);
const seconds = z.number().default(longestSeconds);
const typeTests = ['IsPresent', 'IsNull', 'IsNumeric', 'IsString', 'IsBoolean', 'IsTimestamp'];

type Fields = Readonly<Record<string, unknown>>;

/**
 * One state as the interpreter must see it to do what AWS does: each cure below answers a measured gap of
 * aws-local-stepfunctions 3.0.0. States nested in the state are left as they are.
 */
export function normaliseState(state: AslState): AslState {
  const cured = { ...state, ...cureOf(state) };
  return { ...withPlainResultPath(withOwnExecution(cured)), Type: cured.Type };
}

function cureOf(state: AslState): Fields {
  switch (state.Type) {
    case 'Task':
      // Without a time-out the interpreter gives up after 60 s, AWS never.
      return { TimeoutSeconds: clamp(state['TimeoutSeconds']) };
    case 'Wait':
      return { Seconds: clamp(state['Seconds']) };
    case 'Choice':
      return { Choices: rules.parse(state['Choices']).map(withPositiveTests) };
    case 'Pass':
      // A falsy Result counts as none; as Parameters it is taken.
      return 'Result' in state && !state['Result'] ? { Parameters: state['Result'] } : {};
    default:
      return {};
  }
}

/** Seconds as a host timer can run them; nothing given is as long as possible. */
export function clamp(value: unknown): number {
  return Math.min(seconds.parse(value), longestSeconds);
}

/** `IsPresent: false` is never true in the interpreter; the same test negated is. */
function withPositiveTests(rule: Fields): Fields {
  const negative = typeTests.find((test) => rule[test] === false);
  if (negative) {
    const { Next, ...condition } = rule;
    return { Not: { ...condition, [negative]: true }, ...(Next === undefined ? {} : { Next }) };
  }
  const { And, Or, Not, ...rest } = rule;
  return {
    ...rest,
    ...(And === undefined ? {} : { And: rules.parse(And).map(withPositiveTests) }),
    ...(Or === undefined ? {} : { Or: rules.parse(Or).map(withPositiveTests) }),
    ...(Not === undefined ? {} : { Not: rules.parse([Not]).map(withPositiveTests)[0] }),
  };
}

/** The interpreter replaces `$$.Execution` by the nearest Map or Parallel run; `$$.Run` is ours and stays the execution. */
function withOwnExecution(state: Fields): Fields {
  return Object.fromEntries(Object.entries(state).map(([field, value]) => [field, rewritten(value)]));
}

function rewritten(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(/\$\$\.Execution\b/g, '$$$$.Run');
  if (Array.isArray(value)) return value.map(rewritten);
  return typeof value === 'object' && value !== null ? withOwnExecution({ ...value }) : value;
}

/** `ResultPath: "$"` means the whole output, as no ResultPath does; the interpreter writes a field named `$`. */
function withPlainResultPath(state: Fields): Fields {
  const { ResultPath, ...rest } = state;
  const catchers = rules.parse(state['Catch']).map(({ ResultPath: path, ...catcher }) => ({
    ...catcher,
    ...(path === '$' || path === undefined ? {} : { ResultPath: path }),
  }));
  return {
    ...rest,
    ...(ResultPath === '$' || ResultPath === undefined ? {} : { ResultPath }),
    ...('Catch' in state ? { Catch: catchers } : {}),
  };
}
