import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { CapturedMail } from '../mail/captured-mail.ts';
import { clockAt } from '../testing/clock-at.ts';
import { rawRequest } from '../testing/raw-request.ts';
import { serve } from '../testing/serve.ts';
import { createConsole } from './console.ts';

const mail: CapturedMail = {
  id: 'mail-1',
  sentAt: '2026-11-22T12:00:00.000Z',
  from: 'attest@example.org',
  to: ['dana@example.org'],
  cc: [],
  bcc: [],
  subject: 'Due <soon>',
  text: 'in text',
  html: '<p style="color: red">in "HTML"</p><script>alert(1)</script>',
};

async function started() {
  const clock = clockAt('2026-11-22T12:00:00Z');
  let rules: object[] = [];
  const console = createConsole({
    clock,
    executions: () => [{ name: 'publish-evt_1', machine: 'publish', status: 'RUNNING', error: undefined }],
    queues: async () => [{ name: 'runs', ready: 2, inFlight: 0 }],
    schedules: () => [{ name: 'tmr_1', at: '2026-12-01T00:00:00Z', input: { timerId: '<b>' } }],
    captured: () => [mail],
    token: async (user) => (user === 'dana' ? 'a.b.c' : undefined),
    environment: () => ({ TABLE_NAME: 'attest', SAYING: "it's here" }),
    faults: {
      list: () => rules,
      clear: () => {
        rules = [];
      },
      set: (input) => {
        rules = z.array(z.object({ action: z.string() })).parse(input);
      },
    },
    log: () => {},
  });
  const origin = await serve((request, response) => console.handle(request, response));
  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(origin + path, { method, headers, ...(body === undefined ? {} : { body: text }) });
    return { status: response.status, body: await response.json(), allow: response.headers.get('allow') };
  };
  return { origin, clock, call };
}

describe('For scripts and tests, in JSON', () => {
  test('the state of executions, queues, schedules and clock', async () => {
    const { call } = await started();
    expect(await call('GET', '/_local/state')).toMatchObject({
      status: 200,
      body: {
        clock: { now: '2026-11-22T12:00:00.000Z' },
        executions: [{ machine: 'publish' }],
        queues: [{ ready: 2 }],
        schedules: [{ name: 'tmr_1' }],
      },
    });
  });

  test('the clock is read and moved', async () => {
    const { call } = await started();
    const moved = { status: 200, body: { now: '2026-12-24T00:30:00.000Z' } };
    expect(await call('POST', '/_local/clock', { now: '2026-12-23T18:30:00-06:00' })).toMatchObject(moved);
    expect(await call('GET', '/_local/clock')).toMatchObject(moved);
  });

  test.each([
    ['backwards', { now: '2026-11-22T11:59:59Z' }],
    ['to no instant', { now: 'tomorrow' }],
    ['to a day without a time', { now: '2026-12-24' }],
    ['to nothing', {}],
    ['by what is no JSON', '{now'],
  ])('the clock is not moved %s', async (_case, body) => {
    const { call } = await started();
    expect(await call('POST', '/_local/clock', body)).toMatchObject({
      status: 400,
      body: { message: expect.any(String) },
    });
    expect((await call('GET', '/_local/clock')).body).toEqual({ now: '2026-11-22T12:00:00.000Z' });
  });

  test('a token of somebody the pool knows', async () => {
    const { call } = await started();
    expect(await call('POST', '/_local/token', { user: 'dana' })).toMatchObject({
      status: 200,
      body: { access_token: 'a.b.c' },
    });
    expect((await call('POST', '/_local/token', { user: 'nobody' })).status).toBe(404);
    expect((await call('POST', '/_local/token', { user: '' })).status).toBe(400);
  });

  test('faults are set, listed and cleared; bad ones change nothing', async () => {
    const { call } = await started();
    const set = { status: 200, body: [{ action: 'throttle' }] };
    expect(await call('POST', '/_local/faults', [{ action: 'throttle' }])).toMatchObject(set);
    expect((await call('POST', '/_local/faults', [{ action: 1 }])).status).toBe(400);
    expect((await call('POST', '/_local/faults', '')).status).toBe(400);
    expect(await call('GET', '/_local/faults')).toMatchObject(set);
    expect(await call('DELETE', '/_local/faults')).toMatchObject({ status: 200, body: [] });
  });

  test('the captured mail', async () => {
    const { call } = await started();
    expect(await call('GET', '/_local/mail')).toMatchObject({ status: 200, body: [mail] });
  });

  test.each([
    ['GET', '/_local/unknown', 404],
    ['GET', '/_local/__proto__', 404],
    ['GET', '/_local/mail/view/none', 404],
    ['POST', '/_local/state', 405],
    ['PUT', '/_local/faults', 405],
    ['GET', '/_local/token', 405],
  ])('%s %s is %i', async (method, path, status) => {
    const { call } = await started();
    expect(await call(method, path)).toMatchObject({ status, body: { message: expect.any(String) } });
  });

  test('405 names what is allowed', async () => {
    const { call } = await started();
    expect((await call('PUT', '/_local/faults')).allow).toBe('GET, POST, DELETE');
  });
});

test('An operator’s shell takes the environment of the stage over', async () => {
  const { origin } = await started();
  const text = await (await fetch(`${origin}/_local/environment`)).text();
  expect(text).toBe("export TABLE_NAME='attest'\nexport SAYING='it'\\''s here'\n");
});

describe('For people, as pages', () => {
  const load = async (path: string) => {
    const response = await fetch((await started()).origin + path);
    return { page: await response.text(), policy: response.headers.get('content-security-policy') ?? '', response };
  };

  test.each(['/_local', '/_local/'])('%s shows all that goes on and loads itself anew', async (path) => {
    const { page, policy, response } = await load(path);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    for (const shown of ['publish-evt_1', 'runs', 'tmr_1', '2026-11-22T12:00:00.000Z']) expect(page).toContain(shown);
    expect(page).toContain('http-equiv="refresh"');
    expect(page).toContain('{&quot;timerId&quot;:&quot;&lt;b&gt;&quot;}');
    expect(page).not.toMatch(/(src|href)="http|<script|@import/);
    expect(policy).toContain("default-src 'none'");
  });

  test('the mail is listed, and a mail opens in a frame without rights', async () => {
    expect((await load('/_local/mail/view')).page).toContain('<a href="/_local/mail/view/mail-1">Due &lt;soon&gt;</a>');
    const { page, policy } = await load('/_local/mail/view/mail-1');
    expect(page).toContain(
      'sandbox srcdoc="&lt;p style=&quot;color: red&quot;&gt;in &quot;HTML&quot;&lt;/p&gt;&lt;script&gt;',
    );
    expect(page).toContain('<pre>in text</pre>');
    expect(policy).toContain("default-src 'none'");
  });
});

describe('Refused is a request', () => {
  test('of another site’s page', async () => {
    const { call, clock } = await started();
    const now = { now: '2027-01-01T00:00:00Z' };
    expect((await call('POST', '/_local/clock', now, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await call('POST', '/_local/clock', now, { origin: 'null' })).status).toBe(403);
    expect(clock.now().toISOString()).toBe('2026-11-22T12:00:00.000Z');
  });

  test('under a host name that only points here', async () => {
    const { origin } = await started();
    expect((await rawRequest(origin, '/_local/state', { host: 'evil.example' })).status).toBe(403);
  });

  test('of our own pages it is not', async () => {
    const { call, origin } = await started();
    expect((await call('GET', '/_local/state', undefined, { origin })).status).toBe(200);
  });
});

test('Other paths are left alone', async () => {
  const { origin } = await started();
  expect([(await fetch(`${origin}/`)).status, (await fetch(`${origin}/_localx`)).status]).toEqual([421, 421]);
});
