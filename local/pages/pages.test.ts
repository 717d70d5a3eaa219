import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Resource } from '../runtime.ts';
import { rawRequest } from '../testing/raw-request.ts';
import { aResource } from '../testing/resource.ts';
import { serve } from '../testing/serve.ts';
import { createPages } from './pages.ts';

const functionArn = 'arn:aws:cloudfront::000000000000:function/spa';
const fallback = `
async function handler(event) {
  const request = event.request;
  if (request.uri === '/old') return { statusCode: 301, statusDescription: 'Moved', headers: { location: { value: '/new' } } };
  if (request.uri === '/throws') throw new Error('broken');
  if (request.uri === '/escapes') return { uri: '/' + typeof process + typeof require };
  if (request.querystring.plain && request.headers.host && request.method === 'GET') request.uri = '/plain.txt';
  else if (!request.uri.includes('.')) request.uri = '/index.html';
  return request;
}`;

const site = {
  'index.html': '<!doctype html><title>Attest</title>',
  'plain.txt': 'plain',
  'assets/app-1a2b.js': 'export {};',
  'assets/a b é.svg': '<svg/>',
  'assets/raw': Buffer.from([0, 255, 128]),
};
const config = {
  'config.json': '{"authority":"https://cloud.example/<<marker:0xbaba:0>>","title":"<<marker:0xbaba:1>>"}',
};

function assets(folders: Readonly<Record<string, Readonly<Record<string, string | Buffer>>>>) {
  const root = mkdtempSync(join(tmpdir(), 'pages-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [folder, files] of Object.entries({ ...folders, outside: { 'secret.txt': 'secret' } })) {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, folder, name)), { recursive: true });
      writeFileSync(join(root, folder, name), content);
    }
  }
  return (objectKey: string) => (objectKey in folders ? join(root, objectKey) : undefined);
}

const deployment = (properties: Resource['properties']) =>
  aResource('Custom::CDKBucketDeployment', 'deployment', { DestinationBucketName: 'web', ...properties });

const wholeSite = deployment({
  SourceObjectKeys: ['site', 'config'],
  SourceMarkers: [{}, { '<<marker:0xbaba:0>>': 'pool-é', '<<marker:0xbaba:1>>': 'a "b"' }],
  SourceMarkersConfig: [{}, { jsonEscape: true }],
  SystemMetadata: { 'cache-control': 'max-age=300' },
});

const cdn = [
  aResource('AWS::CloudFront::Distribution', 'cdn', {
    DistributionConfig: {
      DefaultRootObject: 'index.html',
      Origins: [
        { Id: 'pages', DomainName: 'web.s3.us-east-1.amazonaws.com', S3OriginConfig: {} },
        { Id: 'api', DomainName: 'api1.execute-api.us-east-1.amazonaws.com', CustomOriginConfig: {} },
      ],
      DefaultCacheBehavior: {
        TargetOriginId: 'pages',
        AllowedMethods: ['GET', 'HEAD'],
        ResponseHeadersPolicyId: 'policy',
        FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: functionArn }],
      },
      CacheBehaviors: [
        { PathPattern: '/v1/*', TargetOriginId: 'api' },
        { PathPattern: 'assets/*', TargetOriginId: 'pages' },
      ],
    },
  }),
  aResource('AWS::CloudFront::Function', functionArn, { FunctionCode: fallback }),
  aResource('AWS::CloudFront::ResponseHeadersPolicy', 'policy', {
    ResponseHeadersPolicyConfig: {
      SecurityHeadersConfig: {
        ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'self'", Override: true },
        ContentTypeOptions: { Override: true },
        FrameOptions: { FrameOption: 'DENY', Override: true },
        ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
        StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000, IncludeSubdomains: true, Override: true },
      },
      CustomHeadersConfig: {
        Items: [
          { Header: 'Permissions-Policy', Value: 'camera=()', Override: true },
          { Header: 'Cache-Control', Value: 'no-store', Override: false },
        ],
      },
    },
  }),
];

async function started(
  deployments: Resource[] = [wholeSite],
  folders: Parameters<typeof assets>[0] = { site, config },
) {
  const toLocal = (text: string) => text.replace('https://cloud.example', 'http://127.0.0.1:4600');
  const pages = createPages({
    resources: [...cdn, ...deployments],
    assetPath: assets(folders),
    toLocal,
    log: () => {},
  });
  return serve((request, response) => pages.handle(request, response));
}

describe('The pages are served', () => {
  test('with the headers of the template', async () => {
    const response = await fetch(`${await started()}/`);
    expect([response.status, await response.text()]).toEqual([200, site['index.html']]);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html',
      'content-security-policy': "default-src 'self'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'permissions-policy': 'camera=()',
      'cache-control': 'max-age=300',
      etag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
    });
  });

  test.each([
    ['/assets/app-1a2b.js', 'text/javascript', 'export {};'],
    ['/assets/a%20b%20%C3%A9.svg', 'image/svg+xml', '<svg/>'],
    ['/plain.txt?x=1', 'text/plain', 'plain'],
  ])('%s as %s', async (path, type, body) => {
    const response = await fetch((await started()) + path);
    expect([response.headers.get('content-type'), await response.text()]).toEqual([type, body]);
  });

  test('byte for byte, under a type for whatever has no ending', async () => {
    const response = await fetch(`${await started()}/assets/raw`);
    expect(response.headers.get('content-type')).toBe('binary/octet-stream');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(site['assets/raw']);
  });

  test('with what the deployment fills in', async () => {
    const response = await fetch(`${await started()}/config.json`);
    expect(await response.json()).toEqual({ authority: 'http://127.0.0.1:4600/pool-é', title: 'a "b"' });
  });

  test('once only to a reader who still has them', async () => {
    const origin = await started();
    const etag = (await fetch(`${origin}/`)).headers.get('etag') ?? '';
    for (const known of [etag, `"other", W/${etag}`]) {
      const again = await fetch(`${origin}/`, { headers: { 'if-none-match': known } });
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    }
    expect((await fetch(`${origin}/`, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  test('without the body to a HEAD', async () => {
    const response = await fetch(`${await started()}/`, { method: 'HEAD' });
    expect([response.status, response.headers.get('content-length')]).toEqual([200, String(site['index.html'].length)]);
  });
});

describe('The function on the viewer’s request', () => {
  test('leads a path of the application to its start page', async () => {
    expect(await (await fetch(`${await started()}/certifications/evt_1`)).text()).toBe(site['index.html']);
  });

  test('sees method, query and headers', async () => {
    expect(await (await fetch(`${await started()}/any?plain=1`)).text()).toBe('plain');
  });

  test('may answer by itself', async () => {
    const response = await fetch(`${await started()}/old`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([301, '/new']);
  });

  test('is 503 when it fails, and has none of Node’s globals', async () => {
    const origin = await started();
    expect((await fetch(`${origin}/throws`)).status).toBe(503);
    expect((await fetch(`${origin}/escapes`)).status).toBe(404);
  });

  test('does not run where the CDN has another rule', async () => {
    expect((await fetch(`${await started()}/assets/none`)).status).toBe(404);
  });
});

describe('Nothing else is served', () => {
  test.each([
    '/../outside/secret.txt',
    '/assets/../../outside/secret.txt',
    '/assets/%2e%2e/%2e%2e/outside/secret.txt',
    '/assets/..%2f..%2foutside%2fsecret.txt',
    '/assets/..\\..\\outside\\secret.txt',
    '//etc/passwd.txt',
    '/assets/%00.txt',
    '/assets/%zz.txt',
    'http://elsewhere/x.txt',
  ])('for %s', async (path) => {
    const { status, body } = await rawRequest(await started(), path);
    expect([200, 400, 404]).toContain(status);
    expect(body).not.toMatch(/secret|root:/);
  });

  test('to methods that change something', async () => {
    expect((await fetch(`${await started()}/`, { method: 'POST' })).status).toBe(403);
  });

  test('under the paths of the API', async () => {
    expect((await fetch(`${await started()}/v1/me`)).status).toBe(421);
  });
});

describe('Deployments', () => {
  test('follow one another, each with its own files, prefix and headers', async () => {
    const origin = await started([
      deployment({
        SourceObjectKeys: ['site'],
        Exclude: ['index.html'],
        SystemMetadata: { 'cache-control': 'immutable' },
      }),
      deployment({ SourceObjectKeys: ['site'], Exclude: ['*'], Include: ['index.htm?'] }),
      deployment({ SourceObjectKeys: ['config'], DestinationBucketKeyPrefix: 'assets' }),
      deployment({ SourceObjectKeys: ['config'], DestinationBucketName: 'elsewhere' }),
    ]);
    const caching = async (path: string) => {
      const { status, headers } = await fetch(origin + path);
      return [status, headers.get('cache-control')];
    };
    expect(await caching('/plain.txt')).toEqual([200, 'immutable']);
    expect(await caching('/index.html')).toEqual([200, 'no-store']);
    expect((await fetch(`${origin}/assets/config.json`)).status).toBe(200);
  });

  test('from an asset that is not there stop the start', async () => {
    await expect(started([deployment({ SourceObjectKeys: ['gone'] })])).rejects.toThrow('gone');
  });
});

test('Without a CDN in the template every path is left alone', async () => {
  const pages = createPages({ resources: [], assetPath: () => undefined, toLocal: (text) => text, log: () => {} });
  expect((await fetch(await serve((request, response) => pages.handle(request, response)))).status).toBe(421);
});
