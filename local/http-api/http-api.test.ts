import { describe, expect, test } from 'vitest';
import type { InvokeOutcome, Resource } from '../runtime.ts';
import { anApi, returning } from '../testing/an-api.ts';
import { clockAt } from '../testing/clock-at.ts';
import { aResource } from '../testing/resource.ts';
import { rawRequest } from '../testing/raw-request.ts';
import { serve } from '../testing/serve.ts';
import { createHttpApi } from './http-api.ts';

interface Call {
  readonly name: string;
  readonly payload: Record<string, unknown>;
}

const openRoutes = {
  'POST /v1/things/{id}': { open: true },
  'GET /v1/{proxy+}': { open: true },
  $default: { open: true },
};

async function started(
  outcome: () => Promise<InvokeOutcome> | InvokeOutcome,
  resources: Resource[] = anApi(openRoutes),
) {
  const calls: Call[] = [];
  const api = createHttpApi({
    resources,
    invoker: {
      invoke: async (name, payload) => {
        calls.push({ name: name.split(':').at(-1) ?? '', payload: JSON.parse(JSON.stringify(payload)) });
        return outcome();
      },
    },
    keysOf: () => undefined,
    clock: clockAt('2026-11-22T10:16:05Z'),
    log: () => {},
  });
  return { origin: await serve(api.handle), calls };
}

const ok = () => returning({ statusCode: 204 });

describe('The function receives', () => {
  test('the request as payload 2.0', async () => {
    const { origin, calls } = await started(ok);
    await fetch(`${origin}/v1/things/a%20b%C3%A9?x=1&y=a%26b&x=2&e`, {
      method: 'POST',
      headers: [
        ['content-type', 'application/json; charset=utf-8'],
        ['cookie', 'a=1; b=2'],
      ],
      body: '{"a":1}',
    });
    expect(calls[0]).toMatchObject({
      name: 'fn-0',
      payload: {
        version: '2.0',
        routeKey: 'POST /v1/things/{id}',
        rawPath: '/v1/things/a bé',
        rawQueryString: 'x=1&y=a%26b&x=2&e',
        queryStringParameters: { x: '1,2', y: 'a&b', e: '' },
        pathParameters: { id: 'a bé' },
        cookies: ['a=1', 'b=2'],
        headers: { host: new URL(origin).host, 'x-forwarded-for': '127.0.0.1' },
        body: '{"a":1}',
        isBase64Encoded: false,
        requestContext: {
          apiId: 'api1',
          stage: '$default',
          routeKey: 'POST /v1/things/{id}',
          http: { method: 'POST', path: '/v1/things/a bé', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' },
          time: '22/Nov/2026:10:16:05 +0000',
          timeEpoch: Date.parse('2026-11-22T10:16:05Z'),
        },
      },
    });
    expect(calls[0]?.payload['headers']).not.toHaveProperty('cookie');
    expect(calls[0]?.payload['requestContext']).not.toHaveProperty('authorizer');
  });

  test('repeated headers joined by commas, two slashes as they came', async () => {
    const { origin, calls } = await started(ok);
    await rawRequest(origin, '//v1/x', { 'X-Twice': ['one', 'two'] });
    expect(calls[0]?.payload).toMatchObject({
      routeKey: '$default',
      rawPath: '//v1/x',
      headers: { 'x-twice': 'one,two' },
    });
  });

  test.each([
    ['application/octet-stream', true],
    ['application/x-www-form-urlencoded', true],
    ['application/merge-patch+json', true],
    ['text/csv', false],
    ['application/xml', false],
  ])('a body of type %s in base64: %s', async (type, encoded) => {
    const { origin, calls } = await started(ok);
    await fetch(`${origin}/v1/things/7`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: Buffer.from('a=é'),
    });
    const body = encoded ? Buffer.from('a=é').toString('base64') : 'a=é';
    expect(calls[0]?.payload).toMatchObject({ body, isBase64Encoded: encoded });
  });

  test.each([
    ['a method of no route', 'DELETE', '/v1/things/7'],
    ['a trailing slash', 'POST', '/v1/things/7/'],
    ['an encoded slash, which divides', 'POST', '/v1/things/a%2Fb'],
    ['an encoded traversal', 'POST', '/v1/things/..%2F..%2Fetc'],
  ])('on $default: %s', async (_case, method, path) => {
    const { origin, calls } = await started(ok);
    await fetch(`${origin}${path}`, { method });
    expect(calls[0]).toMatchObject({ name: 'fn-2', payload: { routeKey: '$default' } });
    expect(calls[0]?.payload).not.toHaveProperty('pathParameters');
  });

  test('what a greedy variable caught', async () => {
    const { origin, calls } = await started(ok);
    await fetch(`${origin}/v1/a/b%2Fc`);
    expect(calls[0]?.payload).toMatchObject({ pathParameters: { proxy: 'a/b/c' } });
  });
});

describe('The caller receives', () => {
  const answering = async (payload: unknown) => fetch(`${(await started(() => returning(payload))).origin}/v1/x`);

  test('status, headers, cookies and body of the full form', async () => {
    const response = await answering({
      statusCode: 201,
      headers: { 'Content-Type': 'application/problem+json', ETag: '"3"', 'x-count': 2 },
      cookies: ['a=1; HttpOnly', 'b=2'],
      body: '{"é":1}',
    });
    expect(response.status).toBe(201);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/problem+json',
      etag: '"3"',
      'x-count': '2',
      'content-length': '8',
    });
    expect(response.headers.getSetCookie()).toEqual(['a=1; HttpOnly', 'b=2']);
    expect(await response.text()).toBe('{"é":1}');
  });

  test('a base64 body as bytes', async () => {
    const response = await answering({
      statusCode: 200,
      isBase64Encoded: true,
      body: Buffer.from([0, 255, 10]).toString('base64'),
    });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.from([0, 255, 10]));
  });

  test.each([
    ['an object without status', { a: 1 }, '{"a":1}'],
    ['a list', [1, 2], '[1,2]'],
    ['a bare text', 'hello', 'hello'],
    ['nothing', undefined, 'null'],
  ])('%s as a 200 in JSON', async (_case, payload, body) => {
    const response = await answering(payload);
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      'application/json',
      body,
    ]);
  });

  test.each([
    ['a status that is no number', { statusCode: 'fine' }],
    ['a body that is no text', { statusCode: 200, body: { a: 1 } }],
    ['a header with a line break', { statusCode: 200, headers: { 'x-name': 'a\r\nset-cookie: b=1' } }],
  ])('500 when the function returned %s', async (_case, payload) => {
    const response = await answering(payload);
    expect([response.status, await response.text()]).toEqual([500, '{"message":"Internal Server Error"}']);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  test('500 when the function failed', async () => {
    const { origin } = await started(() => ({ payload: { errorMessage: 'secret' }, functionError: 'Unhandled' }));
    const response = await fetch(`${origin}/v1/x`);
    expect([response.status, await response.text()]).toEqual([500, '{"message":"Internal Server Error"}']);
  });

  test('500 when the function could not be called', async () => {
    const { origin } = await started(() => Promise.reject(new Error('no such function')));
    expect((await fetch(`${origin}/v1/x`)).status).toBe(500);
  });

  test('503 when the function takes longer than the integration waits', async () => {
    const never = new Promise<InvokeOutcome>(() => {});
    const { origin } = await started(() => never, anApi(openRoutes, { timeoutMs: 50 }));
    const response = await fetch(`${origin}/v1/x`);
    expect([response.status, await response.text()]).toEqual([503, '{"message":"Service Unavailable"}']);
  });

  test('400 for a path that cannot be decoded, 404 where no route fits and there is no $default', async () => {
    const { origin } = await started(ok, anApi({ 'GET /v1/a': { open: true } }));
    expect((await fetch(`${origin}/v1/%E0%A4%A`)).status).toBe(400);
    expect([(await fetch(`${origin}/v1/b`)).status, (await fetch(`${origin}/v1/a/`)).status]).toEqual([404, 404]);
  });

  test('413 for a body over 10 MB, announced or streamed, and the function is not called', async () => {
    const { origin, calls } = await started(ok);
    const big = Buffer.alloc(10 * 1024 * 1024 + 1, 'a');
    const announced = await fetch(`${origin}/v1/things/7`, { method: 'POST', body: big });
    expect([announced.status, await announced.text()]).toEqual([413, '{"message":"Request Entity Too Large"}']);
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(big);
        controller.close();
      },
    });
    const streamed = await fetch(`${origin}/v1/things/7`, { method: 'POST', body: stream, duplex: 'half' });
    expect([streamed.status, calls]).toEqual([413, []]);
  });

  test('413 for a body within the gateway limit that no invocation can carry', async () => {
    const { origin, calls } = await started(ok);
    const response = await fetch(`${origin}/v1/things/7`, { method: 'POST', body: Buffer.alloc(6 * 1024 * 1024, 'a') });
    expect([response.status, calls]).toEqual([413, []]);
  });

  test('431 for more than 10 KB of headers, in one of them, in a token or in two hundred', async () => {
    const { origin, calls } = await started(ok);
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`x-${index}`, 'a'.repeat(60)]));
    for (const headers of [{ 'x-long': 'a'.repeat(10_300) }, { authorization: `Bearer ${'a'.repeat(10_300)}` }, many])
      expect((await fetch(`${origin}/v1/x`, { headers })).status).toBe(431);
    expect(calls).toEqual([]);
  });
});

describe('Behind the CDN', () => {
  const distribution = aResource('AWS::CloudFront::Distribution', 'cdn', {
    DistributionConfig: {
      Origins: [
        { Id: 'pages', DomainName: 'web.s3.us-east-1.amazonaws.com', S3OriginConfig: {} },
        {
          Id: 'api',
          DomainName: 'api1.execute-api.us-east-1.amazonaws.com',
          CustomOriginConfig: {},
          OriginCustomHeaders: [{ HeaderName: 'X-Origin-Secret', HeaderValue: 's3cret' }],
        },
      ],
      DefaultCacheBehavior: { TargetOriginId: 'pages' },
      CacheBehaviors: [
        {
          PathPattern: '/v1/*',
          TargetOriginId: 'api',
          AllowedMethods: ['GET', 'HEAD', 'POST'],
          ResponseHeadersPolicyId: 'policy',
        },
      ],
    },
  });
  const policy = aResource('AWS::CloudFront::ResponseHeadersPolicy', 'policy', {
    ResponseHeadersPolicyConfig: { SecurityHeadersConfig: { ContentTypeOptions: { Override: true } } },
  });
  const behindCdn = () => started(ok, [...anApi(openRoutes), distribution, policy]);

  test('only its paths are the API’s, and it sees the header of the CDN', async () => {
    const { origin, calls } = await behindCdn();
    expect([(await fetch(`${origin}/`)).status, (await fetch(`${origin}/v1`)).status]).toEqual([421, 421]);
    const response = await fetch(`${origin}/v1/x?a=1`, { headers: { 'x-origin-secret': 'forged' } });
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(calls).toMatchObject([{ payload: { headers: { 'x-origin-secret': 's3cret' } } }]);
  });

  test('a method the CDN does not pass on is refused by it', async () => {
    const { origin, calls } = await behindCdn();
    expect([(await fetch(`${origin}/v1/x`, { method: 'DELETE' })).status, calls]).toEqual([403, []]);
  });
});

describe('CORS', () => {
  const cors = {
    AllowOrigins: ['https://pages.example'],
    AllowMethods: ['GET', 'POST'],
    AllowHeaders: ['authorization'],
    ExposeHeaders: ['etag'],
    MaxAge: 600,
  };
  const preflight = (origin: string, from: string, path = '/v1/x') =>
    fetch(`${origin}${path}`, {
      method: 'OPTIONS',
      headers: { origin: from, 'access-control-request-method': 'POST' },
    });

  test('a preflight of a listed origin is permitted without calling the function', async () => {
    const { origin, calls } = await started(ok, anApi(openRoutes, { cors }));
    const response = await preflight(origin, 'https://pages.example');
    expect(response.status).toBe(204);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': 'https://pages.example',
      'access-control-allow-methods': 'GET,POST',
      'access-control-allow-headers': 'authorization',
      'access-control-max-age': '600',
    });
    expect(calls).toEqual([]);
  });

  test('a foreign origin gets no permission, neither in the preflight nor in the answer', async () => {
    const { origin } = await started(ok, anApi(openRoutes, { cors }));
    const answers = [
      await preflight(origin, 'https://evil.example'),
      await fetch(`${origin}/v1/x`, { headers: { origin: 'https://evil.example' } }),
    ];
    expect(
      answers.flatMap(({ headers }) => [...headers.keys()].filter((name) => name.startsWith('access-control'))),
    ).toEqual([]);
  });

  test('the gateway’s configuration replaces what the function says', async () => {
    const { origin } = await started(
      () => returning({ statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*' } }),
      anApi(openRoutes, { cors }),
    );
    const response = await fetch(`${origin}/v1/x`, { headers: { origin: 'https://pages.example' } });
    expect(response.headers.get('access-control-allow-origin')).toBe('https://pages.example');
    expect(response.headers.get('access-control-expose-headers')).toBe('etag');
    const foreign = await fetch(`${origin}/v1/x`, { headers: { origin: 'https://evil.example' } });
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('a preflight that falls on a route with an authorizer is refused, as when deployed', async () => {
    const { origin } = await started(ok, anApi({ $default: {} }, { cors }));
    expect((await preflight(origin, 'https://pages.example')).status).toBe(401);
  });

  test('without a configuration a preflight is a request like any other', async () => {
    const { origin, calls } = await started(ok);
    await preflight(origin, 'https://pages.example');
    expect(calls[0]?.payload['routeKey']).toBe('$default');
  });
});

test('What is not emulated stops the start', () => {
  const create = (resources: Resource[]) => () =>
    createHttpApi({
      resources,
      invoker: { invoke: async () => ok() },
      keysOf: () => undefined,
      clock: clockAt('2026-01-01'),
      log: () => {},
    });
  expect(create([...anApi({}), aResource('AWS::ApiGatewayV2::Stage', 'prod', { StageName: 'prod' })])).toThrow();
  expect(create([...anApi({}), aResource('AWS::ApiGatewayV2::Api', 'api2', { ProtocolType: 'HTTP' })])).toThrow('api2');
  const dangling = { RouteKey: 'GET /x', Target: 'integrations/none' };
  expect(create([...anApi({}), aResource('AWS::ApiGatewayV2::Route', 'r', dangling)])).toThrow('none');
});
