import { quotedText } from '../sandbox/sql-text.ts';

/** What a rule may ask for by `$name`. A CALENDAR never has a value here: rules that certify cannot have one. */
export interface RuleParameter {
  readonly name: string;
  readonly type: 'STRING' | 'NUMBER' | 'DATE' | 'CALENDAR';
  readonly default: string | number | null;
}

const sqlTypeOf: Readonly<Record<RuleParameter['type'], string>> = {
  STRING: 'VARCHAR',
  NUMBER: 'DOUBLE',
  DATE: 'DATE',
  CALENDAR: 'VARCHAR',
};

// Whole numbers stay whole, so that a comparison with a count or a key is exact.
const typeFor = ({ type, default: value }: RuleParameter): string =>
  type === 'NUMBER' && Number.isSafeInteger(value) ? 'BIGINT' : sqlTypeOf[type];

const literalOf = (parameter: RuleParameter): string => {
  const value = parameter.default === null ? 'NULL' : quotedText(String(parameter.default));
  return `CAST(${value} AS ${typeFor(parameter)})`;
};

// Strings, quoted names and comments are passed over whole: a dollar inside them is text.
const pieces = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$([A-Za-z_][A-Za-z0-9_]*)(?!\$)/g;

/**
 * The text with a value in the place of each `$name` that is declared. What comes out is what the gate judges: a text
 * that is cut up wrongly here is refused there.
 */
export const withValues = (sql: string, parameters: readonly RuleParameter[]): string => {
  const byName = new Map(parameters.map((parameter) => [parameter.name.toLowerCase(), parameter]));
  return sql.replace(pieces, (piece, name: string | undefined) => {
    const parameter = name === undefined ? undefined : byName.get(name.toLowerCase());
    return parameter === undefined ? piece : literalOf(parameter);
  });
};
