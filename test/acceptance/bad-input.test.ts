import { beforeAll, describe, expect, it } from 'vitest';
import { originKeyHeader } from '../../shared/contracts/origin-key.ts';
import { operations } from '../../shared/contracts/operations.ts';
import { rawRequest } from '../../local/testing/raw-request.ts';
import { badRequestsFor } from '../bad-input/requests.ts';
import { triggerOf } from '../fakes/in-process-api.ts';
import { useSystem } from '../harness/system.ts';
import { createOpen, definition, grandBend } from '../story/certification-event.ts';
import { type Answer, type Person, type SendOptions, tokenFor } from '../story/client.ts';
import { expectStatus, listAt, refusalOf, textAt } from '../story/read.ts';

const system = useSystem();
const events = '/v1/certification-events';
let admin: Person;
let eventId = '';

beforeAll(async () => {
  admin = await system.as('state-admin');
  eventId = textAt(await createOpen(admin, { name: 'Untouched' }), 'id');
}, 60_000);

const one = () => `${events}/${eventId}`;
const list = async (person = admin, query = 'limit=200') => expectStatus(await person.get(`${events}?${query}`), 200);

/** A refusal as the contract writes it: problem+json with our code and the request's id, never a fault of ours. */
const expectProblem = (answer: Answer, refusal: string): void => {
  expect(refusalOf(answer)).toBe(refusal);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(Object.keys(answer.body)).toEqual(
    expect.arrayContaining(['type', 'title', 'status', 'detail', 'instance', 'code', 'requestId']),
  );
  expect(answer.body['status']).toBe(answer.status);
  expect(answer.text).not.toMatch(/node_modules|at .*\.mjs|ZodError|DynamoDB/);
};

/** What is refused changes nothing: neither how many there are nor the version of the one that was meant. */
const changesNothing = async (act: () => Promise<void>): Promise<void> => {
  const facts = async () => [(await list())['total'], (await admin.get(one())).headers.get('etag')];
  const before = await facts();
  await act();
  expect(await facts()).toEqual(before);
};

const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
const named = (name: string) => JSON.stringify({ name, reportingYear: 2022 });

describe('A body', () => {
  it.each<[string, string, SendOptions]>([
    ['that ends too early', '400 MALFORMED_JSON', { raw: '{"name": "A' }],
    ['in single quotes', '400 MALFORMED_JSON', { raw: "{'name': 'A'}" }],
    ['with NaN', '400 MALFORMED_JSON', { raw: '{"reportingYear": NaN}' }],
    ['that begins with a byte order mark', '400 MALFORMED_JSON', { raw: `\uFEFF${named('A')}` }],
    ['nested 40 levels deep', '400 MALFORMED_JSON', { raw: deep(40) }],
    ['nested 50,000 levels deep', '400 MALFORMED_JSON', { raw: deep(50_000) }],
    ['as text', '415 UNSUPPORTED_MEDIA_TYPE', { raw: named('A'), headers: { 'content-type': 'text/plain' } }],
    [
      'in Latin-1',
      '415 UNSUPPORTED_MEDIA_TYPE',
      { raw: named('A'), headers: { 'content-type': 'application/json; charset=latin1' } },
    ],
    ['of 2 MB', '413 BODY_TOO_LARGE', { raw: named('A'.repeat(2_000_000)) }],
    ['that is a list', '422 INVALID_INPUT', { raw: '[]' }],
    ['that is nothing', '422 INVALID_INPUT', { raw: 'null' }],
    ['with a year beyond all numbers', '422 INVALID_INPUT', { raw: '{"name": "A", "reportingYear": 1e999}' }],
    ['with a name that holds NUL', '422 INVALID_INPUT', { raw: named('A\u0000B') }],
    [
      'with a name that holds half a character',
      '422 INVALID_INPUT',
      { raw: '{"name": "A\\ud800", "reportingYear": 2022}' },
    ],
    ['with a name of spaces', '422 INVALID_INPUT', { raw: named('   ') }],
    [
      'with a date that does not exist',
      '422 INVALID_INPUT',
      { body: { name: 'A', reportingYear: 2022, endDate: '2026-02-30' } },
    ],
    [
      'with an id that leads elsewhere',
      '422 INVALID_INPUT',
      { body: { name: 'A', reportingYear: 2022, categoryId: '../users' } },
    ],
    [
      'with another level than there are',
      '422 INVALID_INPUT',
      { body: { name: 'A', reportingYear: 2022, level: 'REGION' } },
    ],
  ])('%s is refused', async (_what, refusal, options) => {
    await changesNothing(async () => expectProblem(await admin.send('POST', events, options), refusal));
  });

  it.each([
    ['status', 'PUBLISHED'],
    ['revision', 7],
    ['createdBy', 'state-admin'],
    ['constructor', {}],
    ['__proto__', { active: false }],
  ])('with the field %s, which is not ours to be sent, is refused and the field pointed at', async (name, value) => {
    const raw = named('A').replace('{', `{${JSON.stringify(name)}: ${JSON.stringify(value)},`);
    await changesNothing(async () => {
      const answer = await admin.send('POST', events, { raw });
      expectProblem(answer, '422 INVALID_INPUT');
      expect(answer.body['errors']).toContainEqual({ pointer: `/${name}`, detail: 'is not a known field' });
    });
  });

  it('names every wrong value at once and repeats none of them', async () => {
    const body = {
      name: 'secret '.repeat(100),
      reportingYear: 1066,
      dataLinks: [{ type: 'VALIDATION_GROUP', groupId: '' }],
    };
    const answer = await admin.send('POST', events, { body });
    expectProblem(answer, '422 INVALID_INPUT');
    expect(listAt(answer.body, 'errors').map((error) => error['pointer'])).toEqual([
      '/name',
      '/reportingYear',
      '/dataLinks/0/groupId',
    ]);
    expect(answer.text).not.toContain('secret');
  });
});

describe('A list', () => {
  it.each([
    'limit=0',
    'limit=-1',
    'limit=201',
    'limit=NaN',
    'limit=1e2',
    'limit=5&limit=6',
    'sort=secret',
    'status=GONE',
    'colour=red',
  ])('refuses %s', async (query) => {
    const answer = await admin.get(`${events}?${query}`);
    expectProblem(answer, '422 INVALID_INPUT');
    expect(listAt(answer.body, 'errors')[0]?.['pointer']).toMatch(new RegExp(`^\\?/${query.split('=')[0] ?? ''}`));
  });

  it('continues with its own cursor only', async () => {
    const first = await list(admin, 'limit=1');
    const cursor = encodeURIComponent(textAt(first, 'nextCursor'));
    const approver = await system.as('state-approver');
    const next = await list(admin, `limit=1&cursor=${cursor}`);
    expect(listAt(next, 'items')[0]?.['id']).not.toBe(listAt(first, 'items')[0]?.['id']);
    const refused = [
      await admin.get(`${events}?cursor=rubbish`),
      await admin.get(`${events}?cursor=${cursor}x`),
      await admin.get(`${events}?cursor=A${cursor}`),
      await admin.get(`${events}?sort=-name&cursor=${cursor}`),
      await admin.get(`${events}?status=OPEN&cursor=${cursor}`),
      await admin.get(`/v1/validation-groups?cursor=${cursor}`),
      await approver.get(`${events}?limit=1&cursor=${cursor}`),
    ];
    for (const answer of refused) expectProblem(answer, '400 CURSOR_INVALID');
  });
});

describe('The Idempotency-Key', () => {
  const body = (name: string) => ({ name, reportingYear: 2022 });
  const countOf = async (name: string): Promise<unknown> =>
    (await list(admin, `name=${encodeURIComponent(name)}`))['total'];

  it('is demanded, and must be printable', async () => {
    await changesNothing(async () => {
      expectProblem(await admin.post(events, body('A'), { key: null }), '400 IDEMPOTENCY_KEY_REQUIRED');
      expectProblem(await admin.post(events, body('A'), { key: 'x'.repeat(201) }), '400 IDEMPOTENCY_KEY_INVALID');
      expectProblem(await admin.post(events, body('A'), { key: 'a b' }), '400 IDEMPOTENCY_KEY_INVALID');
    });
  });

  it('gives the same answer to the same request, to the byte, and does it once', async () => {
    const first = await admin.post(events, body('Sent twice'), { key: 'twice' });
    const second = await admin.post(events, { reportingYear: 2022, name: 'Sent twice' }, { key: 'twice' });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.text).toBe(first.text);
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    expect(await countOf('Sent twice')).toBe(1);
  });

  it('used for another body, or at another address, is refused', async () => {
    expectStatus(await admin.post(events, body('Once'), { key: 'reused' }), 201);
    expectProblem(await admin.post(events, body('Other'), { key: 'reused' }), '422 IDEMPOTENCY_KEY_REUSED');
    expect(await countOf('Other')).toBe(0);
    const copies = [events, events].map(() => `${one()}/copy`);
    const first = await admin.post(copies[0] ?? '', {}, { key: 'copied' });
    const elsewhere = await admin.post(`${events}/${textAt(first.body, 'id')}/copy`, {}, { key: 'copied' });
    expectProblem(elsewhere, '422 IDEMPOTENCY_KEY_REUSED');
  });

  it('is each person’s own', async () => {
    const approver = await system.as('state-approver');
    const mine = await admin.post(events, body('Mine'), { key: 'shared' });
    const other = await approver.post(events, body('Mine'), { key: 'shared' });
    expect([mine.status, other.status]).toEqual([201, 201]);
    expect(other.body['id']).not.toBe(mine.body['id']);
  });

  it('makes ten racing twins one request with one answer', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => admin.post(events, body('Raced'), { key: 'race' })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await countOf('Raced')).toBe(1);
  });
});

describe('If-Match', () => {
  const put = async (headers: Readonly<Record<string, string>>) =>
    admin.send('PUT', one(), { body: await definition(admin, { name: 'Untouched' }), headers });

  it('is demanded, and must be the present version', async () => {
    await changesNothing(async () => {
      expectProblem(await put({}), '428 IF_MATCH_REQUIRED');
      for (const value of ['"999"', 'W/"999"', '1', '"abc"', '"-1"', '"1", "2"', 'rubbish'])
        expectProblem(await put({ 'if-match': value }), '412 IF_MATCH_STALE');
    });
  });

  it('is accepted as given, in its weak form, and as a star', async () => {
    const etag = async () => (await admin.get(one())).headers.get('etag') ?? '';
    const seen = [await etag()];
    for (const value of [await etag(), `W/${await etag()}`, '*']) {
      const given = value.startsWith('W/') ? `W/${await etag()}` : value;
      expectStatus(await put({ 'if-match': given }), 200);
      seen.push(await etag());
    }
    expect(new Set(seen).size).toBe(4);
    expectProblem(await put({ 'if-match': seen[0] ?? '' }), '412 IF_MATCH_STALE');
  });
});

describe('An address', () => {
  it('that is none of ours is answered 404', async () => {
    for (const path of [
      '/v1/nothing',
      '/v1/certification-events/',
      '/v1/Certification-Events',
      `${one()}/`,
      '/v1/me/rights',
    ])
      expectProblem(await admin.get(path), '404 NOT_FOUND');
  });

  it.each([
    ['DELETE', events, 'GET, POST'],
    ['PUT', '/v1/me', 'GET'],
    ['GET', `${events}/evt_x/publish`, 'POST'],
    ['POST', `${events}/evt_x`, 'DELETE, GET, PUT'],
  ])('does not take %s at %s, and says what it takes', async (method, path, allow) => {
    const answer = await admin.send(method, path);
    expectProblem(answer, '405 METHOD_NOT_ALLOWED');
    expect(answer.headers.get('allow')).toBe(allow);
  });

  it('with a method in a header does not change its meaning', async () => {
    await changesNothing(async () => {
      const headers = { 'x-http-method-override': 'DELETE', 'if-match': '*' };
      expectStatus(await admin.send('GET', one(), { headers }), 200);
    });
  });

  it.each([
    'evt_absent',
    '..%2Fvalidation-groups',
    '%2e%2e',
    'evt%00',
    "evt_x'%20OR%201=1",
    `EVT%23${grandBend}`,
    'x'.repeat(5_000),
    '%F0%9F%98%80',
    '__proto__',
    'constructor',
  ])('with the id %s names nothing', async (id) => {
    for (const path of [`${events}/${id}`, `/v1/runs/${id}`, `/v1/snapshots/${id}/verify`, `/v1/uploads/${id}`])
      expectProblem(await admin.get(path), '404 NOT_FOUND');
  });

  it.each(['/v1//certification-events', '/v1/certification-events/../users', '/v1/%', '/v1/certification-events/%zz'])(
    'written as %s opens nothing',
    async (path) => {
      const { status } = await rawRequest(system.origin, path);
      expect([400, 401, 404]).toContain(status);
    },
  );
});

describe('Without a good token', () => {
  it.each([
    ['none', ''],
    ['rubbish', 'Bearer rubbish'],
    [
      'an unsigned one',
      `Bearer ${['{"alg":"none"}', '{"username":"state-admin","token_use":"access"}', ''].map((part) => Buffer.from(part).toString('base64url')).join('.')}`,
    ],
    ['a password', 'Basic c3RhdGUtYWRtaW46eA=='],
  ])('(%s) nobody gets in', async (_what, authorization) => {
    for (const path of [events, one(), '/v1/me'])
      expect((await admin.send('GET', path, { headers: { authorization } })).status).toBe(401);
    await changesNothing(async () => {
      const options = { raw: named('A'), headers: { authorization } };
      expect((await admin.send('POST', events, options)).status).toBe(401);
    });
  });

  it('the contract itself can be read', async () => {
    const response = await fetch(`${system.origin}/v1/openapi.json`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) });
  });
});

describe('Every operation, asked over HTTP in one of every wrong way its schemas tell', () => {
  const asked = operations.filter(({ auth }) => auth === 'token');

  /** The first of each refusal, and nothing that the gateway or the client itself would not let pass. */
  const sampleOf = (operation: (typeof asked)[number]) => {
    const all = badRequestsFor(operation, eventId).filter(
      ({ path, asked: { key = '' } }) => /^[\w/.-]+$/.test(path) && /^[\x21-\x7e]*$/.test(key),
    );
    return [
      ...Map.groupBy(all, ({ refusal, pointer }) => `${refusal} ${pointer?.startsWith('?') ?? ''}`).values(),
    ].flatMap(([first]) => (first === undefined ? [] : [first]));
  };

  it.each(asked)('$operationId', async (operation) => {
    await changesNothing(async () => {
      for (const { path, asked: request, refusal } of sampleOf(operation)) {
        const { body, query, headers, key } = request;
        const raw = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
        const options = {
          ...(raw === undefined || operation.method === 'GET' ? {} : { raw }),
          ...(key === undefined ? {} : { key: key === '' ? null : key }),
          headers: headers ?? {},
        };
        expectProblem(await admin.send(operation.method, query ? `${path}?${query}` : path, options), refusal);
      }
    });
  });
});

describe('A request that went round the CDN', () => {
  const areas = [...new Set(operations.map(({ area }) => area))];

  /** What the gateway's own address would hand to the function of an area. */
  const handedTo = async (area: string, headers: Readonly<Record<string, string>>): Promise<unknown> => {
    // Its token is of no issuer that is trusted here, unless it is given another.
    const trigger = triggerOf('state-admin', 'GET', events, { headers });
    const { payload } = await system.runtime.invoker.invoke(`attest-dev-api-${area}`, trigger);
    return Object(payload)['statusCode'];
  };

  it('is refused by the function of every area', async () => {
    for (const area of areas) {
      expect([area, await handedTo(area, {})]).toEqual([area, 403]);
      expect([area, await handedTo(area, { [originKeyHeader]: 'guessed' })]).toEqual([area, 403]);
    }
  });

  it('is told from one of the CDN by the key of now and the next one, whatever a client sends', async () => {
    const keys = (system.runtime.environment['ORIGIN_KEYS'] ?? '').split(' ');
    expect(new Set(keys).size).toBe(2);
    for (const key of keys) expect(await handedTo('events', { [originKeyHeader]: key })).toBe(401);
    expectStatus(await admin.send('GET', events, { headers: { [originKeyHeader]: 'guessed' } }), 200);
  });

  it('is let in by a token of the issuer alone, which the function reads itself', async () => {
    const [key = ''] = (system.runtime.environment['ORIGIN_KEYS'] ?? '').split(' ');
    const token = await tokenFor(system.origin, 'state-admin');
    const handed = (authorization: string) => handedTo('events', { [originKeyHeader]: key, authorization });
    const [head = '', claims = '', signature = ''] = token.split('.');
    const unsigned = Buffer.from('{"alg":"none"}').toString('base64url');
    expect(await handed(`Bearer ${token}`)).toBe(200);
    expect(await handed(`Bearer ${head}.${claims}x.${signature}`)).toBe(401);
    expect(await handed(`Bearer ${unsigned}.${claims}.${signature}`)).toBe(401);
  });
});
