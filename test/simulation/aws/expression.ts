import type { AttributeValue, AttributeValues } from '../../contract/engine/attribute-values.ts';
import { compared, isSame, type Path, valueAt } from './values.ts';

/* The table's expressions as far as the adapters write them. What is not known here is refused, never guessed. */

export interface Given {
  readonly names: Readonly<Record<string, string>>;
  readonly values: AttributeValues;
}

/** A place in an item, or a value that came along. */
export type Operand = { readonly path: readonly string[] } | { readonly value: string };

type Condition =
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'exists' | 'absent'; readonly of: Operand }
  | { readonly kind: 'begins'; readonly of: Operand; readonly with: Operand }
  | { readonly kind: 'compare'; readonly sign: string; readonly left: Operand; readonly right: Operand };

const tokensOf = (text: string): string[] => text.match(/<=|>=|<>|[()=<>,+]|[#:]?[\w.#]+/g) ?? [];

/** Takes tokens off the front of a list. */
export class Tokens {
  readonly #rest: string[];

  constructor(text: string) {
    this.#rest = tokensOf(text);
  }

  get next(): string | undefined {
    return this.#rest[0];
  }

  take(expected?: string): string {
    const token = this.#rest.shift();
    if (token === undefined || (expected !== undefined && token !== expected))
      throw new Error(`the expression says ${token ?? 'nothing'}${expected === undefined ? '' : `, not ${expected}`}`);
    return token;
  }

  accept(word: string): boolean {
    if (this.next?.toUpperCase() !== word) return false;
    this.#rest.shift();
    return true;
  }
}

export const operandFrom = (tokens: Tokens): Operand => {
  const token = tokens.take();
  return token.startsWith(':') ? { value: token } : { path: token.split('.') };
};

const functions = {
  attribute_exists: 'exists',
  attribute_not_exists: 'absent',
  begins_with: 'begins',
} as const;
const isFunction = (word: string | undefined): word is keyof typeof functions =>
  word !== undefined && Object.hasOwn(functions, word);
const signs = ['=', '<>', '<', '<=', '>', '>='];

const primary = (tokens: Tokens): Condition => {
  if (tokens.next === '(') {
    tokens.take('(');
    const inner = either(tokens);
    tokens.take(')');
    return inner;
  }
  const { next } = tokens;
  if (isFunction(next)) {
    const kind = functions[next];
    tokens.take();
    tokens.take('(');
    const of = operandFrom(tokens);
    if (kind !== 'begins') {
      tokens.take(')');
      return { kind, of };
    }
    tokens.take(',');
    const beginning = operandFrom(tokens);
    tokens.take(')');
    return { kind, of, with: beginning };
  }
  const left = operandFrom(tokens);
  const sign = tokens.take();
  if (!signs.includes(sign)) throw new Error(`the expression compares by ${sign}`);
  return { kind: 'compare', sign, left, right: operandFrom(tokens) };
};

const both = (tokens: Tokens): Condition => {
  let left = primary(tokens);
  while (tokens.accept('AND')) left = { kind: 'and', left, right: primary(tokens) };
  return left;
};

const either = (tokens: Tokens): Condition => {
  let left = both(tokens);
  while (tokens.accept('OR')) left = { kind: 'or', left, right: both(tokens) };
  return left;
};

const parsed = new Map<string, Condition>();

const conditionIn = (text: string): Condition => {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const tokens = new Tokens(text);
  const condition = either(tokens);
  if (tokens.next !== undefined) throw new Error(`the expression goes on with ${tokens.next}`);
  parsed.set(text, condition);
  return condition;
};

export const namesIn = (path: readonly string[], { names }: Given): Path =>
  path.map((name) => {
    if (!name.startsWith('#')) return name;
    const real = names[name];
    if (real === undefined) throw new Error(`nothing is named ${name}`);
    return real;
  });

export const valueOf = (item: AttributeValues | undefined, operand: Operand, given: Given) => {
  if ('path' in operand) return valueAt(item, namesIn(operand.path, given));
  const value: AttributeValue | undefined = given.values[operand.value];
  if (value === undefined) throw new Error(`there is no value ${operand.value}`);
  return value;
};

const compares = (sign: string, left: AttributeValue | undefined, right: AttributeValue | undefined): boolean => {
  if (sign === '<>') return left === undefined || right === undefined || !isSame(left, right);
  if (left === undefined || right === undefined) return false;
  if (sign === '=') return isSame(left, right);
  const order = compared(left, right);
  if (order === undefined) return false;
  if (sign === '<') return order < 0;
  if (sign === '<=') return order <= 0;
  return sign === '>' ? order > 0 : order >= 0;
};

const judged = (condition: Condition, item: AttributeValues | undefined, given: Given): boolean => {
  switch (condition.kind) {
    case 'and':
      return judged(condition.left, item, given) && judged(condition.right, item, given);
    case 'or':
      return judged(condition.left, item, given) || judged(condition.right, item, given);
    case 'exists':
      return valueOf(item, condition.of, given) !== undefined;
    case 'absent':
      return valueOf(item, condition.of, given) === undefined;
    case 'begins': {
      const [value, beginning] = [valueOf(item, condition.of, given), valueOf(item, condition.with, given)];
      return value !== undefined && 'S' in value && beginning !== undefined && 'S' in beginning
        ? value.S.startsWith(beginning.S)
        : false;
    }
    case 'compare':
      return compares(condition.sign, valueOf(item, condition.left, given), valueOf(item, condition.right, given));
  }
};

/** Whether an item, or its absence, is as a condition says. */
export const holds = (text: string | undefined, item: AttributeValues | undefined, given: Given): boolean =>
  text === undefined || judged(conditionIn(text), item, given);
