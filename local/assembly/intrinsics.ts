import * as z from 'zod';

/** What the intrinsic functions of one stack look up. Each lookup throws when the name does not exist. */
export interface Scope {
  ref(logicalId: string): unknown;
  attribute(logicalId: string, name: string): unknown;
  importValue(name: string): unknown;
  condition(name: string): boolean;
  mapping(map: string, first: string, second: string): unknown;
}

/** `AWS::NoValue`: the property or list entry that holds it is left out. */
export const noValue = Symbol('AWS::NoValue');

/**
 * Replaces every intrinsic function in a piece of a template by its value.
 * Throws on an intrinsic it does not know, so that none is passed on unresolved.
 */
export function resolve(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((entry) => resolve(entry, scope)).filter((entry) => entry !== noValue);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only && isIntrinsic(only[0])) return callIntrinsic(only[0], only[1], scope);
  return Object.fromEntries(
    entries.map(([key, entry]) => [key, resolve(entry, scope)] as const).filter(([, entry]) => entry !== noValue),
  );
}

function isIntrinsic(key: string): boolean {
  return key === 'Ref' || key === 'Condition' || key.startsWith('Fn::');
}

function callIntrinsic(name: string, argument: unknown, scope: Scope): unknown {
  // An IAM statement has a key `Condition` as well, but its value is an object.
  if (name === 'Condition' && typeof argument !== 'string') return { Condition: resolve(argument, scope) };
  const intrinsic = intrinsics[name];
  if (!intrinsic) throw new Error(`The template uses ${name}, which the local runtime does not resolve`);
  return intrinsic(argument, scope);
}

const text = z.coerce.string();
const list = z.array(z.unknown());
const texts = z.array(text);

const intrinsics: Record<string, (argument: unknown, scope: Scope) => unknown> = {
  Ref: (argument, scope) => (argument === 'AWS::NoValue' ? noValue : scope.ref(text.parse(argument))),
  Condition: (argument, scope) => scope.condition(text.parse(argument)),
  'Fn::GetAtt': (argument, scope) => {
    const [logicalId = '', ...names] = typeof argument === 'string' ? argument.split('.') : texts.parse(argument);
    return scope.attribute(logicalId, names.join('.'));
  },
  'Fn::Join': (argument, scope) => {
    const [separator, parts] = list.parse(argument);
    return texts.parse(resolve(parts, scope)).join(text.parse(separator));
  },
  'Fn::Sub': (argument, scope) => substitute(argument, scope),
  'Fn::Select': (argument, scope) => {
    const [index, choices] = list.parse(argument);
    return list.parse(resolve(choices, scope))[z.coerce.number().parse(resolve(index, scope))];
  },
  'Fn::Split': (argument, scope) => {
    const [separator, source] = list.parse(argument);
    return text.parse(resolve(source, scope)).split(text.parse(separator));
  },
  'Fn::If': (argument, scope) => {
    const [name, yes, no] = list.parse(argument);
    return resolve(scope.condition(text.parse(name)) ? yes : no, scope);
  },
  'Fn::Equals': (argument, scope) => {
    const [left, right] = list.parse(argument).map((side) => resolve(side, scope));
    return text.parse(left) === text.parse(right);
  },
  'Fn::Not': (argument, scope) => resolve(list.parse(argument)[0], scope) !== true,
  'Fn::And': (argument, scope) => list.parse(argument).every((part) => resolve(part, scope) === true),
  'Fn::Or': (argument, scope) => list.parse(argument).some((part) => resolve(part, scope) === true),
  'Fn::ImportValue': (argument, scope) => scope.importValue(text.parse(resolve(argument, scope))),
  'Fn::FindInMap': (argument, scope) => {
    const [map = '', first = '', second = ''] = texts.parse(resolve(argument, scope));
    return scope.mapping(map, first, second);
  },
};

/** `${Name}`, `${Name.Attribute}` and the local variables of the two-argument form; `${!Literal}` stays as `${Literal}`. */
function substitute(argument: unknown, scope: Scope): string {
  const [pattern, variables] = list.parse(Array.isArray(argument) ? argument : [argument, {}]);
  const own = z.record(z.string(), z.unknown()).parse(variables);
  return text.parse(pattern).replace(/\$\{(!?)([^}]+)\}/g, (_match, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    if (name in own) return text.parse(resolve(own[name], scope));
    const [logicalId = '', ...attribute] = name.split('.');
    const value = attribute.length > 0 ? scope.attribute(logicalId, attribute.join('.')) : scope.ref(name);
    return text.parse(value);
  });
}
