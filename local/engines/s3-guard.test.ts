import { buildApp } from 'fauxqs';
import { beforeEach, describe, expect, it } from 'vitest';
import { S3Store } from '../../node_modules/fauxqs/dist/s3/s3Store.js';
import { SnsStore } from '../../node_modules/fauxqs/dist/sns/snsStore.js';
import { SqsStore } from '../../node_modules/fauxqs/dist/sqs/sqsStore.js';
import { aResource } from '../testing/resource.ts';
import { guardS3 } from './s3-guard.ts';

const CorsConfiguration = {
  CorsRules: [
    {
      AllowedOrigins: ['https://*.example.org'],
      AllowedMethods: ['PUT'],
      AllowedHeaders: ['*'],
      ExposedHeaders: ['ETag'],
    },
  ],
};

let app: ReturnType<typeof buildApp>;

beforeEach(async () => {
  const s3Store = new S3Store();
  s3Store.createBucket('uploads');
  app = buildApp({ logger: false, stores: { sqsStore: new SqsStore(), snsStore: new SnsStore(), s3Store } });
  guardS3(app, s3Store, [aResource('AWS::S3::Bucket', 'uploads', { CorsConfiguration })]);
  await app.ready();
  return () => app.close();
});

const put = (url: string, body: string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'PUT', url, body, headers: { 'content-type': 'text/plain', ...headers } });
const bodyOf = async (url: string) => (await app.inject({ method: 'GET', url })).body;

describe('the guard of the object store', () => {
  it('refuses a sub-resource the engine would take for the object', async () => {
    await put('/uploads/a', 'data');
    const refused = await put('/uploads/a?tagging', '<Tagging/>');
    expect(refused.statusCode).toBe(501);
    expect(refused.body).toContain('<Code>NotImplemented</Code>');
    expect(await bodyOf('/uploads/a')).toBe('data');
  });

  it('writes an object once when it was asked to', async () => {
    expect((await put('/uploads/a', 'first', { 'if-none-match': '*' })).statusCode).toBe(200);
    expect((await put('/uploads/a', 'second', { 'if-none-match': '*' })).statusCode).toBe(412);
    expect(await bodyOf('/uploads/a')).toBe('first');
  });

  it('lets one of two racing writers through', async () => {
    const answers = await Promise.all(['x', 'y'].map((body) => put('/uploads/race', body, { 'if-none-match': '*' })));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toStrictEqual([200, 412]);
  });

  it('replaces only the version that was named', async () => {
    const { headers } = await put('/uploads/a', 'first');
    expect((await put('/uploads/a', 'stale', { 'if-match': '"other"' })).statusCode).toBe(412);
    expect((await put('/uploads/a', 'second', { 'if-match': String(headers['etag']) })).statusCode).toBe(200);
    expect((await put('/uploads/none', 'x', { 'if-match': '"other"' })).statusCode).toBe(404);
    expect(await bodyOf('/uploads/a')).toBe('second');
  });

  it('sends the disposition the link asks for', async () => {
    await put('/uploads/a', 'data');
    const url = `/uploads/a?response-content-disposition=${encodeURIComponent('attachment; filename="a.csv"')}`;
    expect((await app.inject({ method: 'GET', url })).headers['content-disposition']).toBe(
      'attachment; filename="a.csv"',
    );
  });

  it('answers a browser by the rules of the bucket', async () => {
    const ask = (origin: string, method: string) =>
      app.inject({
        method: 'OPTIONS',
        url: '/uploads/a',
        headers: { origin, 'access-control-request-method': method },
      });
    const allowed = await ask('https://state.example.org', 'PUT');
    expect(allowed.statusCode).toBe(200);
    expect(allowed.headers['access-control-allow-origin']).toBe('https://state.example.org');
    expect((await ask('https://example.com', 'PUT')).statusCode).toBe(403);
    expect((await ask('https://state.example.org', 'DELETE')).statusCode).toBe(403);
    const written = await put('/uploads/a', 'data', { origin: 'https://state.example.org' });
    expect(written.headers['access-control-expose-headers']).toBe('ETag');
  });

  it('leaves queues alone', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/',
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AmazonSQS.ListQueues' },
      body: '{}',
    });
    expect(answer.statusCode).toBe(200);
  });
});
