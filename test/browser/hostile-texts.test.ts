import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { bearCreek, grandBend, publishNew } from '../story/certification-event.ts';
import { expectStatus } from '../story/read.ts';
import { start } from '../story/steps.ts';
import { useBrowser } from './harness/browser.ts';
import { headed, shows } from './harness/hands.ts';

const browser = useBrowser();

/** Each tells on itself when it runs: by a dialog, which the harness hears, or by a mark on the window. */
const corpus = [
  '<script>window.ran = 1</script>',
  '<img src=x onerror="window.ran = 2">',
  '"><svg onload=alert(3)>',
  "'-alert(4)-'",
  '<iframe srcdoc="<script>parent.ran = 5</script>"></iframe>',
  '<a href="javascript:window.ran=6">click</a>',
  '{{constructor.constructor("window.ran = 7")()}}',
  '</title><script>window.ran = 8</script>',
];

/** The corpus in as many names as one field takes. */
const names = [corpus.slice(0, 5).join(' '), corpus.slice(5).join(' ')];
const whole = corpus.join(' ');

const nothingRan = async (page: Page, place: string): Promise<void> =>
  expect(await page.evaluate('window.ran ?? null'), place).toBe(null);

describe('Texts that somebody stores to be run', () => {
  it('are shown as they were written, in the worklist, the certification and the Message Center', async () => {
    const admin = await browser.system.as('state-admin');
    const events: string[] = [];
    for (const name of names) events.push(await publishNew(admin, { name, description: whole }));
    const message = { subject: 'Read this', body: whole };
    expectStatus(await admin.post(`/v1/certification-events/${events[0] ?? ''}/messages`, message), 201);
    await browser.system.atRest();
    const page = await browser.open('grand-bend-certifier', '/certifications');
    for (const name of names) await page.getByRole('link', { name, exact: true }).first().waitFor();
    await nothingRan(page, 'worklist');
    await page.goto(`${browser.system.origin}/messages`);
    for (const name of names) await shows(page, `published a Data Certification Event: ${name}`);
    await shows(page, whole);
    await nothingRan(page, 'Message Center');
    for (const [index, name] of names.entries()) {
      await page.goto(`${browser.system.origin}/certifications/${events[index] ?? ''}/${grandBend}`);
      await headed(page, name);
      await expect.poll(() => page.title()).toContain(name);
      await nothingRan(page, name);
    }
  });

  it('are no more than words in the reasons people give', async () => {
    const admin = await browser.system.as('state-admin');
    const approver = await browser.system.as('state-approver');
    const eventId = await publishNew(admin, { name: 'Reasons' });
    expectStatus(await start(await browser.system.as('grand-bend-certifier'), { eventId, orgId: grandBend }), 200);
    const decision = { type: 'APPROVE', organizationIds: [grandBend], confirmNotCertified: true, reason: whole };
    expectStatus(await approver.post(`/v1/certification-events/${eventId}/decisions`, decision), 200);
    await browser.system.atRest();
    const page = await browser.open('grand-bend-certifier', `/certifications/${eventId}/${grandBend}?view=history`);
    await shows(page, whole);
    await nothingRan(page, 'history');
  });

  it('are no more than words wherever the state looks', async () => {
    const admin = await browser.system.as('state-admin');
    const [name = ''] = names;
    const eventId = await publishNew(admin, {
      name,
      description: whole,
      dataLinks: [{ type: 'EXTERNAL_URL', label: name, url: 'https://example.org/"onmouseover=alert(9)' }],
    });
    const message = { subject: name, body: whole };
    expectStatus(await admin.post(`/v1/certification-events/${eventId}/messages`, message), 201);
    const decision = { type: 'APPROVE', organizationIds: [bearCreek], confirmNotCertified: true, reason: whole };
    const approver = await browser.system.as('state-approver');
    expectStatus(await approver.post(`/v1/certification-events/${eventId}/decisions`, decision), 200);
    await browser.system.atRest();
    const page = await browser.open('state-admin', '/certification-events');
    const viewer = `/certification-events/${eventId}`;
    const places = [
      '/certification-events',
      ...['status', 'details', 'snapshots', 'messages'].map((view) => `${viewer}?view=${view}`),
      `${viewer}/participants/${bearCreek}`,
      `${viewer}/edit?step=data`,
      `/event-report?eventId=${eventId}`,
    ];
    for (const place of places) {
      await page.goto(`${browser.system.origin}${place}`);
      await page.locator('h1').waitFor();
      await page.getByText('<script>window.ran = 1</script>').first().waitFor({ state: 'attached' });
      await nothingRan(page, place);
    }
  });
});
