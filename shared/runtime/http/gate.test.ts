import { describe, expect, test } from 'vitest';
import { closeCertificationEvent, listCertificationEvents } from '../../contracts/operations/events.ts';
import { checkRule } from '../../contracts/operations/validation.ts';
import { overrideDueDate } from '../../contracts/operations/participants.ts';
import type { Operation } from '../../contracts/operations/operation.ts';
import { anAgency, aStateUser, person } from '../../../test/builders/people.ts';
import { moment } from '../../../test/builders/time.ts';
import { type Asked, triggerOf } from '../../../test/fakes/in-process-api.ts';
import { passGate } from './gate.ts';

const caller = {
  actor: person(aStateUser('admin')),
  agency: anAgency(),
  now: moment('2026-05-05'),
  requestId: 'req-1',
};

const pass = (operation: Operation, path: string, asked: Asked = {}) =>
  passGate(operation, triggerOf('admin', operation.method, path, asked), caller);

const close = (asked: Asked, path = '/v1/certification-events/evt_1/close') =>
  pass(closeCertificationEvent, path, asked);

const override = (asked: Asked) =>
  pass(overrideDueDate, '/v1/certification-events/evt_1/participants/255903/due-date-overrides/ALL', asked);

const comment = { comment: 'over' };

describe('the gate', () => {
  test('hands on what is parsed, by whom, and how it may be repeated', () => {
    expect(close({ body: { comment: '  over ' }, key: 'k-1' })).toMatchObject({
      ok: true,
      value: {
        params: { id: 'evt_1' },
        body: { comment: 'over', confirm: false },
        repeat: { operation: 'closeCertificationEvent', key: 'k-1' },
        expectedVersion: null,
        caller,
      },
    });
  });

  test('takes the same body in another order as the same request, another path or body as another', () => {
    const hashOf = (body: unknown, path?: string) => {
      const request = close({ body, key: 'k' }, path);
      return request.ok ? request.value.repeat?.bodyHash : undefined;
    };
    const first = hashOf({ comment: 'a', confirm: true });
    expect(hashOf({ confirm: true, comment: 'a' })).toBe(first);
    expect(hashOf({ comment: 'b', confirm: true })).not.toBe(first);
    expect(hashOf({ comment: 'a', confirm: true }, '/v1/certification-events/evt_2/close')).not.toBe(first);
  });

  test.each([
    ['no key', {}, 'IDEMPOTENCY_KEY_REQUIRED'],
    ['an empty key', { key: '' }, 'IDEMPOTENCY_KEY_REQUIRED'],
    ['a key with a space', { key: 'a b' }, 'IDEMPOTENCY_KEY_INVALID'],
    ['a key beyond its length', { key: 'x'.repeat(201) }, 'IDEMPOTENCY_KEY_INVALID'],
    ['a key with a line feed', { key: 'a\nb' }, 'IDEMPOTENCY_KEY_INVALID'],
  ])('refuses a POST with %s', (_what, asked, code) => {
    expect(close({ body: comment, ...asked })).toEqual({ ok: false, failure: { code } });
  });

  test.each([
    [undefined, { ok: false, failure: { code: 'IF_MATCH_REQUIRED' } }],
    ['', { ok: false, failure: { code: 'IF_MATCH_REQUIRED' } }],
    ['"abc"', { ok: false, failure: { code: 'IF_MATCH_STALE' } }],
    ['7', { ok: false, failure: { code: 'IF_MATCH_STALE' } }],
    ['"1", "2"', { ok: false, failure: { code: 'IF_MATCH_STALE' } }],
    ['"7"', { ok: true, value: { expectedVersion: 7 } }],
    ['W/"7"', { ok: true, value: { expectedVersion: 7 } }],
    [' * ', { ok: true, value: { expectedVersion: null } }],
  ])('reads If-Match %j', (header, expected) => {
    const headers: Record<string, string> = header === undefined ? {} : { 'if-match': header };
    expect(override({ body: { dueDate: '2026-06-01', reason: 'flood' }, headers })).toMatchObject(expected);
  });

  const check = (number: string) => {
    const parameters = `[{ "name": "days", "type": "NUMBER", "default": ${number} }]`;
    const body = `{ "sql": "SELECT 1", "organizationId": "255901", "lane": "STATE", "parameters": ${parameters} }`;
    return pass(checkRule, '/v1/rules/check', { body, key: 'k' });
  };

  test.each(['0', '-1', '5e-324', '-0.1'])('takes %s where any number does', (number) => {
    expect(check(number)).toMatchObject({ ok: true });
  });

  test.each(['-0', '-0.0', '-0e7', '-1e-400'])('refuses %s, a zero with a sign', (number) => {
    const errors = [{ pointer: '/parameters/0/default', detail: 'is a zero with a sign' }];
    expect(check(number)).toEqual({ ok: false, failure: { code: 'INVALID_INPUT', errors } });
  });

  test('finds no address that cannot name anything', () => {
    const path = '/v1/certification-events/%2e%2e%2fetc/close';
    expect(close({ body: comment, key: 'k' }, path)).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } });
  });

  test('tells all mistakes of query and body at once, each at its place', () => {
    const wrong = pass(listCertificationEvents, '/v1/certification-events', {
      query: 'limit=0&sort=password&status=GONE',
    });
    expect(wrong).toMatchObject({
      ok: false,
      failure: {
        code: 'INVALID_INPUT',
        errors: [{ pointer: '?/limit' }, { pointer: '?/status/0' }, { pointer: '?/sort' }],
      },
    });
  });

  test('reads the body before it asks for keys: what is no JSON is told first', () => {
    expect(close({ body: '{' })).toEqual({ ok: false, failure: { code: 'MALFORMED_JSON' } });
    const plain = { body: 'x', headers: { 'content-type': 'text/plain' } };
    expect(close(plain)).toEqual({ ok: false, failure: { code: 'UNSUPPORTED_MEDIA_TYPE' } });
  });
});
