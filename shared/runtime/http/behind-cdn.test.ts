import { describe, expect, test } from 'vitest';
import { context, triggerOf } from '../../../test/fakes/in-process-api.ts';
import { originKeyHeader } from '../../contracts/origin-key.ts';
import { behindCdn } from './behind-cdn.ts';

const answering = () => {
  const reached: unknown[] = [];
  const handler = behindCdn(['of-now', 'of-then'], async (trigger: ReturnType<typeof triggerOf>) => {
    reached.push(trigger);
    return { statusCode: 200 };
  });
  const ask = (headers: Readonly<Record<string, string>>) =>
    handler(triggerOf('ana', 'GET', '/v1/certification-events', { headers }), context);
  return { ask, reached };
};

describe('A request that came through the CDN', () => {
  test.each(['of-now', 'of-then'])('is answered, with the key %s', async (key) => {
    const { ask, reached } = answering();
    expect(await ask({ [originKeyHeader]: key })).toEqual({ statusCode: 200 });
    expect(reached).toHaveLength(1);
  });
});

describe('A request that went round it is refused before anything is read', () => {
  test.each<readonly [string, Readonly<Record<string, string>>]>([
    ['without a key', {}],
    ['with no text for one', { [originKeyHeader]: '' }],
    ['with a key of before', { [originKeyHeader]: 'of-before' }],
    ['with the beginning of one', { [originKeyHeader]: 'of-no' }],
    ['with both at once', { [originKeyHeader]: 'of-now,of-then' }],
    ['with all that the functions know', { [originKeyHeader]: 'of-now of-then' }],
    ['with the key in another header', { 'x-origin-key': 'of-now' }],
  ])('%s', async (_how, headers) => {
    const { ask, reached } = answering();
    const { statusCode, headers: answered, body } = await ask(headers);
    expect([statusCode, answered?.['content-type']]).toEqual([403, 'application/problem+json']);
    expect(body).toContain('"code":"FORBIDDEN"');
    expect(body).not.toContain('key');
    expect(reached).toEqual([]);
  });
});
