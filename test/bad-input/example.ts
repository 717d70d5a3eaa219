import { mainForm, type Shape, takesNull } from './shape.ts';

/** Texts that fit one pattern or another of the contract. Whoever writes a new pattern adds a text that fits it. */
const texts = [
  'abc',
  '2025',
  '1',
  'a'.repeat(64),
  'true',
  '12:30',
  'America/Denver',
  'RWAD',
  'someone@example.org',
  'https://example.org/help',
  'select 1',
];

/** What a schema tells of in code alone. Whoever adds such a field adds what it takes. */
export const byName: Readonly<Record<string, unknown>> = {
  timeZone: 'America/Denver',
  email: 'someone@example.org',
  rights: { EVENT_MANAGEMENT: 'R' },
  schoolThrough: { dataset: 'abc', column: 'abc' },
};

const formats: Readonly<Record<string, string>> = {
  date: '2026-06-01',
  'date-time': '2026-06-01T12:00:00Z',
  email: 'someone@example.org',
  uri: 'https://example.org/help',
};

const textFor = ({ format, pattern, minLength = 0, maxLength = 200 }: Shape): string => {
  const candidates = format === undefined ? texts : [formats[format] ?? '', ...texts];
  const fits = candidates.find(
    (text) =>
      text.length >= minLength &&
      text.length <= maxLength &&
      (pattern === undefined || new RegExp(pattern, 'u').test(text)),
  );
  if (fits === undefined) throw new Error(`no text fits ${pattern ?? format ?? 'the schema'}: add one to the examples`);
  return fits;
};

const numberFor = ({ minimum = 1, maximum = 1_000_000 }: Shape): number => Math.min(Math.max(minimum, 1), maximum);

const objectFor = ({ properties = {} }: Shape): unknown =>
  Object.fromEntries(Object.entries(properties).map(([name, member]) => [name, byName[name] ?? exampleOf(member)]));

/** A value that the schema takes, with every field it knows; null where it may be. */
export const exampleOf = (given: Shape): unknown => {
  if (takesNull(given)) return null;
  const shape = mainForm(given);
  if (shape.const !== undefined) return shape.const;
  if (shape.enum !== undefined) return shape.enum[0];
  switch (shape.type) {
    case 'string':
      return textFor(shape);
    case 'integer':
    case 'number':
      return numberFor(shape);
    case 'boolean':
      return true;
    case 'array':
      return shape.items === undefined ? [] : [exampleOf(shape.items)];
    case 'object':
      return objectFor(shape);
    case undefined:
    default:
      return 'anything';
  }
};
