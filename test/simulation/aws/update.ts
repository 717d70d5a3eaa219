import type { AttributeValue, AttributeValues } from '../../contract/engine/attribute-values.ts';
import { type Given, namesIn, type Operand, operandFrom, Tokens, valueOf } from './expression.ts';
import { withoutNames, withValueAt } from './values.ts';

interface Setting {
  readonly path: readonly string[];
  /** Kept where something is there already. */
  readonly unless: Operand | undefined;
  readonly to: Operand;
}

interface Update {
  readonly set: readonly Setting[];
  readonly remove: readonly (readonly string[])[];
}

const settingFrom = (tokens: Tokens): Setting => {
  const path = tokens.take().split('.');
  tokens.take('=');
  if (tokens.next !== 'if_not_exists') return { path, unless: undefined, to: operandFrom(tokens) };
  tokens.take();
  tokens.take('(');
  const unless = operandFrom(tokens);
  tokens.take(',');
  const to = operandFrom(tokens);
  tokens.take(')');
  return { path, unless, to };
};

const parsed = new Map<string, Update>();

const updateIn = (text: string): Update => {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const tokens = new Tokens(text);
  const set: Setting[] = [];
  const remove: string[][] = [];
  while (tokens.next !== undefined) {
    if (tokens.accept('SET'))
      do set.push(settingFrom(tokens));
      while (tokens.accept(','));
    else if (tokens.accept('REMOVE'))
      do remove.push(tokens.take().split('.'));
      while (tokens.accept(','));
    else throw new Error(`the update says ${tokens.next}`);
  }
  const update = { set, remove };
  parsed.set(text, update);
  return update;
};

/** The item after an update; one that is not there begins with its key. All operands are read from the item as it was. */
export const updated = (
  text: string,
  before: AttributeValues | undefined,
  key: AttributeValues,
  given: Given,
): AttributeValues => {
  const { set, remove } = updateIn(text);
  const item = before ?? key;
  const changed = set.reduce((result, { path, unless, to }) => {
    const kept = unless === undefined ? undefined : valueOf(item, unless, given);
    const value: AttributeValue | undefined = kept ?? valueOf(item, to, given);
    if (value === undefined) throw new Error('an update sets a value that is not there');
    return withValueAt(result, namesIn(path, given), value);
  }, item);
  return withoutNames(
    changed,
    remove.map((path) => namesIn(path, given).join('.')),
  );
};
