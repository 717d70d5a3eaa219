import type { Operation } from '../../shared/contracts/operations/operation.ts';
import type { Asked } from '../fakes/in-process-api.ts';
import { exampleOf } from './example.ts';
import { type Fault, faultsOf } from './faults.ts';
import { mainForm, type Shape, shapeOf } from './shape.ts';

/** A request that must be refused, with the code and the place it must be refused with. */
export interface BadRequest {
  readonly what: string;
  readonly path: string;
  readonly asked: Asked;
  readonly refusal: string;
  readonly pointer?: string;
}

/** Ids of things that are there, by the name of the parameter; others are names of nothing. */
const ids: Readonly<Record<string, string>> = { orgId: '255903', userId: 'ana', step: 'district-validation' };

export const pathOf = ({ path }: Operation, id: string): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? id);

const encoded = (name: string, value: string): string => `${name}=${encodeURIComponent(value)}`;

const goodHeaders = { 'if-match': '*' };

const bodyShape = ({ body }: Operation): Shape | null => (body === null ? null : shapeOf(body));

export const goodBody = (operation: Operation): unknown => {
  const shape = bodyShape(operation);
  return shape === null ? undefined : exampleOf(shape);
};

/** What a question cannot do without. */
export const goodQuery = (operation: Operation): string => {
  const { properties = {}, required = [] } = shapeOf(operation.query);
  return required.map((name) => encoded(name, String(exampleOf(properties[name] ?? {})))).join('&');
};

// What no rule may hold, the rule gate says in words of its own: `functions/api/validation/check-rule.test.ts`.
const judgedByTheGate = '/sql';

const badBodies = (operation: Operation, path: string): readonly BadRequest[] => {
  const shape = bodyShape(operation);
  if (shape === null) return [];
  const invalid = ({ what, pointer, value }: Fault): BadRequest => ({
    what: `body ${what}`,
    path,
    // A number too large for JSON goes as a program would send it.
    asked: { body: JSON.stringify(value), headers: goodHeaders },
    refusal: '422 INVALID_INPUT',
    pointer,
  });
  return faultsOf(shape)
    .filter(({ pointer, what }) => !(pointer === judgedByTheGate && /NUL|character/.test(what)))
    .map(invalid);
};

const deep = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

const badTransport = (operation: Operation, path: string): readonly BadRequest[] => {
  if (operation.body === null) return [];
  const body = JSON.stringify(goodBody(operation));
  const refused = (what: string, refusal: string, asked: Asked): BadRequest => ({
    what,
    path,
    asked: { ...asked, headers: { ...goodHeaders, ...asked.headers } },
    refusal,
  });
  return [
    ...['{', "{'a': 1}", '{"a": NaN}', `\uFEFF${body}`, `${body}}`, deep(40), deep(5_000)].map((text) =>
      refused(`body ${text.slice(0, 12)}`, '400 MALFORMED_JSON', { body: text }),
    ),
    refused('body as text', '415 UNSUPPORTED_MEDIA_TYPE', { body, headers: { 'content-type': 'text/plain' } }),
    refused('body of no type', '415 UNSUPPORTED_MEDIA_TYPE', { body, headers: { 'content-type': '' } }),
    refused('body in UTF-16', '415 UNSUPPORTED_MEDIA_TYPE', {
      body,
      headers: { 'content-type': 'application/json; charset=utf-16' },
    }),
    refused('body beyond 1 MB', '413 BODY_TOO_LARGE', { body: JSON.stringify('x'.repeat(1_000_001)) }),
    ...['null', '[]', '7', '"x"', '1e999', '-0'].map((text) =>
      refused(`body ${text}`, '422 INVALID_INPUT', { body: text }),
    ),
  ];
};

const badHeaders = (operation: Operation, path: string): readonly BadRequest[] => {
  const body = goodBody(operation);
  const keys = ['', 'a b', 'a\nb', 'x'.repeat(201), 'ä'];
  return [
    ...(operation.method === 'POST'
      ? keys.map((key) => ({
          what: `Idempotency-Key ${key.slice(0, 5)}`,
          path,
          asked: { body, key, headers: goodHeaders },
          refusal: key === '' ? '400 IDEMPOTENCY_KEY_REQUIRED' : '400 IDEMPOTENCY_KEY_INVALID',
        }))
      : []),
    ...(operation.ifMatch
      ? [
          { what: 'no If-Match', path, asked: { body }, refusal: '428 IF_MATCH_REQUIRED' },
          ...['7', '"x"', '"1", "2"', '"-1"', `"${'9'.repeat(30)}"`].map((value) => ({
            what: `If-Match ${value}`,
            path,
            asked: { body, headers: { 'if-match': value } },
            refusal: '412 IF_MATCH_STALE',
          })),
        ]
      : []),
  ];
};

const badValuesFor = (name: string, shape: Shape): readonly string[] => {
  if (name === 'limit') return ['0', '-1', '201', 'NaN', '1e2', '', '1.5', '99999999999999999999'];
  const item = mainForm(shape.type === 'array' ? (shape.items ?? {}) : shape);
  return [
    ...(item.enum === undefined ? [] : ['NO_SUCH_VALUE', '']),
    ...(item.pattern === undefined && item.format === undefined ? [] : ['../no / such']),
    ...(item.format === 'date' ? ['2026-02-30'] : []),
    ...(item.maxLength === undefined ? [] : ['x'.repeat(item.maxLength + 1)]),
    'a\u0000b',
  ];
};

const badQueries = (operation: Operation, path: string): readonly BadRequest[] => {
  const { properties = {}, required = [] } = shapeOf(operation.query);
  const refused = (name: string, query: string): BadRequest => ({
    what: `?${query.slice(0, 40)}`,
    path,
    asked: { query, body: goodBody(operation), headers: goodHeaders },
    refusal: '422 INVALID_INPUT',
    pointer: mainForm(properties[name] ?? {}).type === 'array' ? `?/${name}/0` : `?/${name}`,
  });
  const isWanted = ({ pattern, format, maxLength, type }: Shape, value: string): boolean =>
    value !== 'a\u0000b' ||
    type === 'array' ||
    pattern !== undefined ||
    format !== undefined ||
    maxLength !== undefined;
  return [
    refused('somethingElse', 'somethingElse=1'),
    refused('__proto__', '__proto__=1'),
    ...required.map((name) => ({ ...refused(name, ''), what: `without ?${name}` })),
    ...Object.entries(properties)
      .filter(([name]) => name !== 'cursor')
      .flatMap(([name, shape]) => [
        ...badValuesFor(name, shape)
          .filter((value) => isWanted(mainForm(shape), value))
          .map((value) => refused(name, encoded(name, value))),
        ...(mainForm(shape).type === 'array' ? [] : [refused(name, `${encoded(name, 'a')}&${encoded(name, 'b')}`)]),
      ]),
  ];
};

const strangeIds = ['a\u0000b', 'a b', 'x'.repeat(65), "a'b", '..', '%2e%2e', 'ä', '{id}'];

const badParams = (operation: Operation): readonly BadRequest[] => {
  const names = Object.keys(operation.params.shape);
  return names.flatMap((name) =>
    strangeIds.map((value) => ({
      what: `{${name}} ${value.slice(0, 8)}`,
      path: operation.path.replaceAll(/\{(\w+)\}/g, (_, other: string) =>
        other === name ? value : (ids[other] ?? 'abc'),
      ),
      asked: { body: goodBody(operation), headers: goodHeaders },
      refusal: '404 NOT_FOUND',
    })),
  );
};

/** Every way in which this operation can be asked wrongly, made of its own schemas. */
export const badRequestsFor = (operation: Operation, id: string): readonly BadRequest[] => {
  const path = pathOf(operation, id);
  return [
    ...badBodies(operation, path),
    ...badTransport(operation, path),
    ...badHeaders(operation, path),
    ...badQueries(operation, path),
    ...badParams(operation),
  ];
};
