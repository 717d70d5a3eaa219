import { describe, expect, test } from 'vitest';
import { parseBody } from './parse-body.ts';

const json = 'application/json';
const parsed = (text: string | undefined, contentType: string | undefined = json, base64 = false) =>
  parseBody({ text, base64, contentType });

describe('a body', () => {
  test.each([
    ['nothing at all', ''],
    ['truncated', '{"a":1'],
    ['a byte order mark', '\uFEFF{}'],
    ['NaN', '{"a":NaN}'],
    ['single quotes', "{'a':1}"],
    ['two documents', '{}{}'],
    ['a comment', '{} // x'],
  ])('with %s is malformed, or empty', (what, text) => {
    const outcome = parsed(text);
    expect(outcome).toEqual(
      what === 'nothing at all' ? { ok: true, value: {} } : { ok: false, failure: 'MALFORMED_JSON' },
    );
  });

  test('that is absent is an empty object, whatever its type says', () => {
    expect(parsed(undefined, 'text/html')).toEqual({ ok: true, value: {} });
  });

  test.each(['{"a":1}', '[]', 'null', '"text"', '3'])('like %s is handed on as it is', (text) => {
    expect(parsed(text)).toEqual({ ok: true, value: JSON.parse(text) });
  });

  test('that names a member twice means the last one, at any depth, and hands on no other', () => {
    const twice = '{"status":"DRAFT","by":{"a":1,"a":2},"status":"CLOSED"}';
    expect(parsed(twice)).toEqual({ ok: true, value: { status: 'CLOSED', by: { a: 2 } } });
    // Whatever name a prototype has is a member like any other.
    const named = parsed('{"__proto__":{"a":1},"__proto__":{"a":2}}');
    expect(named.ok && Object.keys(Object(named.value))).toEqual(['__proto__']);
    expect(Object.hasOwn(Object.prototype, 'a')).toBe(false);
  });

  test('is decoded when the gateway has encoded it', () => {
    expect(parsed(Buffer.from('{"a":"ü"}').toString('base64'), json, true)).toEqual({ ok: true, value: { a: 'ü' } });
  });

  test('that is not UTF-8 is malformed', () => {
    expect(parsed(Buffer.from([0x22, 0xff, 0x22]).toString('base64'), json, true)).toEqual({
      ok: false,
      failure: 'MALFORMED_JSON',
    });
  });

  test('may be nested 32 deep and no deeper, however deep it is', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(parsed(nested(32)).ok).toBe(true);
    expect(parsed(nested(40))).toEqual({ ok: false, failure: 'MALFORMED_JSON' });
    expect(parsed(nested(200_000))).toEqual({ ok: false, failure: 'MALFORMED_JSON' });
  });

  test('may hold a megabyte and no more, told before anything is parsed', () => {
    expect(parsed(`"${'x'.repeat(999_998)}"`).ok).toBe(true);
    expect(parsed('x'.repeat(1_000_001), 'text/plain')).toEqual({ ok: false, failure: 'BODY_TOO_LARGE' });
    expect(parsed(`"${'ü'.repeat(500_000)}"`)).toEqual({ ok: false, failure: 'BODY_TOO_LARGE' });
  });

  test.each([
    json,
    'application/json; charset=utf-8',
    'APPLICATION/JSON;charset="UTF-8"',
    'application/merge-patch+json',
  ])('of type %s is taken', (type) => expect(parsed('{}', type).ok).toBe(true));

  test.each([
    undefined,
    '',
    'text/plain',
    'application/json; charset=latin1',
    'application/x-www-form-urlencoded',
    'application/jsonp',
  ])('of type %s is not', (type) =>
    expect(parseBody({ text: '{}', base64: false, contentType: type })).toEqual({
      ok: false,
      failure: 'UNSUPPORTED_MEDIA_TYPE',
    }),
  );

  test('cannot reach the prototype of anything', () => {
    parsed('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});
