import * as fc from 'fast-check';
import type { Operation } from '../../shared/contracts/operations/operation.ts';
import type { Asked } from '../fakes/in-process-api.ts';
import { byName, exampleOf } from './example.ts';
import { faultsOf } from './faults.ts';
import { goodBody, pathOf } from './requests.ts';
import { mainForm, type Shape, shapeOf, takesNull } from './shape.ts';

const letters = [
  'x',
  'ü',
  'e\u0301',
  '𝒳',
  '👩‍👧',
  '\u202E',
  '\u200B',
  '\uFEFF',
  '\u2028',
  '\t',
  ' ',
  '=',
  '<',
  "'",
  '%',
  '\\',
];
const words = ['__proto__', 'constructor', 'toString', '-0', '=1+1', '<script>', '${x}', 'null', '\u200B', ' x ', ''];

const moments: Readonly<Record<string, readonly string[]>> = {
  date: ['0001-01-01', '1582-10-10', '2024-02-29', '9999-12-31'],
  'date-time': [
    '0001-01-01T00:00:00Z',
    '2026-06-01T00:00:00.123456789Z',
    '9999-12-31T23:59:59Z',
    '2026-01-01T00:00:00+14:00',
  ],
  email: ["o'x+y@example.org", `${'x'.repeat(60)}@example.org`],
  uri: ['https://example.org/?q=%00&r=%E2%80%AE', 'https://xn--e1afmkfd.example/'],
};

const matching = (pattern: string): fc.Arbitrary<string>[] => {
  try {
    return [fc.stringMatching(new RegExp(pattern, 'u'))];
  } catch {
    // Not every pattern can be turned round.
    return [];
  }
};

/** As long as it may be, of one letter or of many; a word that means something to somebody; or as its form wants it. */
const textOf = (shape: Shape): fc.Arbitrary<unknown> => {
  const { format, pattern, minLength = 0, maxLength = 300 } = shape;
  if (format !== undefined) return fc.constantFrom(exampleOf(shape), ...(moments[format] ?? []));
  if (pattern !== undefined) return fc.oneof(fc.constant(exampleOf(shape)), ...matching(pattern));
  const letter = fc.constantFrom(...letters);
  return fc.oneof(
    fc.constantFrom(...words.filter((word) => word.length >= minLength && word.length <= maxLength)),
    letter.map((one) => one.repeat(Math.max(minLength, Math.floor(maxLength / one.length)))),
    fc.string({ unit: letter, minLength, maxLength: Math.min(maxLength, 40) }),
  );
};

const numberOf = ({ type, minimum = -(2 ** 53) + 1, maximum = 2 ** 53 - 1 }: Shape): fc.Arbitrary<number> =>
  fc.constantFrom(minimum, maximum, Math.max(minimum, 0), ...(type === 'number' ? [5e-324, 0.1 + 0.2] : []));

const listOf = ({ items = {}, minItems = 0, maxItems = 5 }: Shape): fc.Arbitrary<unknown> =>
  fc.array(oddOf(items), { minLength: minItems, maxLength: Math.min(maxItems, Math.max(minItems, 5)) });

const memberOf = (name: string, member: Shape): fc.Arbitrary<unknown> =>
  Object.hasOwn(byName, name) ? fc.constant(byName[name]) : oddOf(member);

/** Odd in every member, or in one alone: then whatever else is wanted of the whole does not hide it. */
const objectOf = (shape: Shape): fc.Arbitrary<unknown> => {
  const { properties = {}, required = [] } = shape;
  const members = Object.entries(properties).map(([name, member]) => [name, memberOf(name, member)] as const);
  const whole: object = Object(exampleOf(shape));
  return fc.oneof(
    fc.record(Object.fromEntries(members), { requiredKeys: [...required] }),
    ...members.map(([name, member]) => member.map((value) => ({ ...whole, [name]: value }))),
  );
};

const ofForm = (shape: Shape): fc.Arbitrary<unknown> => {
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum !== undefined) return fc.constantFrom(...shape.enum);
  switch (shape.type) {
    case 'string':
      return textOf(shape);
    case 'integer':
    case 'number':
      return numberOf(shape);
    case 'boolean':
      return fc.boolean();
    case 'array':
      return listOf(shape);
    case 'object':
      return objectOf(shape);
    case undefined:
    default:
      return fc.constant(exampleOf(shape));
  }
};

/** Values that a schema takes and nobody expects: the longest, the emptiest, the strangest. */
const oddOf = (given: Shape): fc.Arbitrary<unknown> =>
  fc.oneof(ofForm(mainForm(given)), ...(takesNull(given) ? [fc.constant(null)] : []));

const bodyOf = (operation: Operation): fc.Arbitrary<unknown> => {
  if (operation.body === null) return fc.constant(goodBody(operation));
  const shape = shapeOf(operation.body);
  const wrong = faultsOf(shape).map(({ value }) => value);
  const odd = { weight: 4, arbitrary: oddOf(shape) };
  return wrong.length === 0 ? odd.arbitrary : fc.oneof(odd, { weight: 1, arbitrary: fc.constantFrom(...wrong) });
};

const asText = (name: string, value: unknown): string =>
  [value]
    .flat()
    .map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(String(one))}`)
    .join('&');

const queryOf = (operation: Operation): fc.Arbitrary<string> => {
  const shape = shapeOf(operation.query);
  return oddOf(shape).map((query) =>
    Object.entries(Object(query))
      .map(([name, value]) => asText(name, value))
      .filter((part) => part !== '')
      .join('&'),
  );
};

const strangeIds = ['-', '_', 'X'.repeat(64), '__proto__', 'constructor', 'toString', 'hasOwnProperty'];

/** Something there is, or an id that no one would give to anything. */
const addressOf = (operation: Operation, id: string): fc.Arbitrary<string> => {
  const there = { weight: 3, arbitrary: fc.constant(pathOf(operation, id)) };
  const strange = fc.constantFrom(...strangeIds).map((one) => operation.path.replaceAll(/\{\w+\}/g, one));
  return fc.oneof(there, { weight: 1, arbitrary: strange });
};

/** What a person might send whose program has gone strange: mostly as the schema says, now and then one step off. */
export const oddRequestsFor = (
  operation: Operation,
  id: string,
): fc.Arbitrary<{ readonly path: string; readonly asked: Asked }> =>
  fc
    .record({ path: addressOf(operation, id), body: bodyOf(operation), query: queryOf(operation) })
    .map(({ path, body, query }) => ({
      path,
      asked: { query, headers: { 'if-match': '*' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) },
    }));
