import { exampleOf } from './example.ts';
import { mainForm, type Shape, takesNull } from './shape.ts';

/** A value that a schema must refuse, and where it must point. */
export interface Fault {
  readonly what: string;
  readonly pointer: string;
  readonly value: unknown;
}

const own = (what: string, value: unknown): Fault => ({ what, pointer: '', value });

const ofType: Readonly<Record<string, readonly unknown[]>> = {
  string: [7, true, [], {}],
  integer: ['7', 1.5, true, [], 2 ** 53, -(2 ** 53), 1e300],
  number: ['7', true, []],
  boolean: ['true', 1, 0, []],
  array: ['x', 7, { 0: 'x' }],
  object: ['x', 7, []],
};

const texts = (shape: Shape): readonly Fault[] => [
  ...(shape.maxLength === undefined ? [] : [own('too long', 'x'.repeat(shape.maxLength + 1))]),
  own('NUL', 'a\u0000b'),
  own('half a character', 'a\ud800b'),
  ...(shape.pattern === undefined && shape.format === undefined ? [] : [own('another form', '../no / such form')]),
  ...(shape.format === 'date' ? ['2026-02-30', '2026-13-01', '26-01-01', '2026-1-1'].map((day) => own(day, day)) : []),
  ...(shape.format === 'date-time'
    ? ['2026-02-30T12:00:00Z', '2026-05-01T12:00:00', '2026-05-01'].map((moment) => own(moment, moment))
    : []),
];

const numbers = ({ minimum, maximum }: Shape): readonly Fault[] => [
  ...(minimum === undefined ? [] : [own('too small', minimum - 1)]),
  ...(maximum === undefined ? [] : [own('too large', maximum + 1)]),
];

const within = (pointer: string, faults: readonly Fault[], wrap: (value: unknown) => unknown): readonly Fault[] =>
  faults.map((fault) => ({
    what: `${pointer} ${fault.what}`,
    pointer: `${pointer}${fault.pointer}`,
    value: wrap(fault.value),
  }));

const lists = ({ items, minItems = 0, maxItems }: Shape): readonly Fault[] => [
  ...(minItems > 0 ? [own('empty', [])] : []),
  ...(maxItems !== undefined && maxItems <= 200 && items
    ? [
        own(
          'too many',
          Array.from({ length: maxItems + 1 }, () => exampleOf(items)),
        ),
      ]
    : []),
  ...(items === undefined ? [] : within('/0', faultsOf(items), (value) => [value])),
];

const added = (shape: Shape, name: string): Fault => ({
  what: `the field ${name}`,
  pointer: `/${name}`,
  // As JSON.parse makes it: an own member, whatever its name.
  value: JSON.parse(`{${JSON.stringify(name)}: 1, ${JSON.stringify(exampleOf(shape)).slice(1)}`.replace(/, \}$/, '}')),
});

const objects = (shape: Shape): readonly Fault[] => {
  const { properties = {}, required = [] } = shape;
  const whole: Readonly<Record<string, unknown>> = Object(exampleOf(shape));
  const isClosed = shape.additionalProperties === false;
  const strange = ['somethingElse', '__proto__', 'constructor', 'version', 'approvedBy'];
  return [
    ...(isClosed ? strange.filter((name) => !Object.hasOwn(properties, name)).map((name) => added(shape, name)) : []),
    ...required.map((name): Fault => {
      const { [name]: _, ...rest } = whole;
      return { what: `without ${name}`, pointer: `/${name}`, value: rest };
    }),
    ...Object.entries(properties).flatMap(([name, member]) =>
      within(`/${name}`, faultsOf(member), (value) => ({ ...whole, [name]: value })),
    ),
  ];
};

// What one form refuses as a whole may be another's; what is wrong within a form is wrong in all of them.
const otherForms = (given: Shape): readonly Shape[] =>
  (given.anyOf ?? []).filter((form) => form !== mainForm(given) && form.type === 'object');

/** Everything that this shape must refuse, itself and in each of its members; the rest of the value is as it should be. */
export const faultsOf = (given: Shape): readonly Fault[] => {
  const shape = mainForm(given);
  const type = shape.type ?? (shape.enum || shape.const !== undefined ? 'string' : '');
  const isFixed = shape.enum !== undefined || shape.const !== undefined;
  return [
    ...(ofType[type] ?? []).map((value) => own(JSON.stringify(value), value)),
    ...(takesNull(given) || type === '' ? [] : [own('null', null)]),
    ...(isFixed ? [own('not one of them', 'NO_SUCH_VALUE')] : []),
    ...(type === 'string' && !isFixed ? texts(shape) : []),
    ...(type === 'integer' || type === 'number' ? numbers(shape) : []),
    ...(type === 'array' ? lists(shape) : []),
    ...(type === 'object' ? objects(shape) : []),
    ...otherForms(given).flatMap(objects),
  ];
};
