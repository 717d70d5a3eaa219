import { describe, expect, it } from 'vitest';
import { publishNew } from '../story/certification-event.ts';
import { expectStatus } from '../story/read.ts';
import { start } from '../story/steps.ts';
import { grandBend } from '../story/certification-event.ts';
import { useBrowser } from './harness/browser.ts';

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

const ran = 'window.ran ?? null';

describe('Texts that somebody stores to be run', () => {
  it('are shown as they were written, in the worklist, the certification and the Message Center', async () => {
    const admin = await browser.system.as('state-admin');
    const events: string[] = [];
    for (const text of corpus) events.push(await publishNew(admin, { name: text, description: text }));
    await browser.system.atRest();
    const page = await browser.open('grand-bend-certifier', '/certifications');
    for (const text of corpus) await page.getByRole('link', { name: text, exact: true }).first().waitFor();
    expect(await page.evaluate(ran)).toBe(null);
    await page.goto(`${browser.system.origin}/messages`);
    for (const text of corpus) await page.getByText(`published a Data Certification Event: ${text}`).first().waitFor();
    expect(await page.evaluate(ran)).toBe(null);
    for (const [index, text] of corpus.entries()) {
      await page.goto(`${browser.system.origin}/certifications/${events[index] ?? ''}/${grandBend}`);
      await page.getByRole('heading', { level: 1, name: text }).waitFor();
      expect(await page.title()).toContain(text);
      expect(await page.evaluate(ran)).toBe(null);
    }
  });

  it('are no more than words in the reasons people give', async () => {
    const admin = await browser.system.as('state-admin');
    const approver = await browser.system.as('state-approver');
    const eventId = await publishNew(admin, { name: 'Reasons' });
    const work = { eventId, orgId: grandBend };
    const reason = corpus.join(' ');
    expectStatus(await start(await browser.system.as('grand-bend-certifier'), work), 200);
    const decision = { type: 'APPROVE', organizationIds: [grandBend], confirmNotCertified: true, reason };
    expectStatus(await approver.post(`/v1/certification-events/${eventId}/decisions`, decision), 200);
    await browser.system.atRest();
    const page = await browser.open('grand-bend-certifier', `/certifications/${eventId}/${grandBend}?view=history`);
    await page
      .getByText(corpus[1] ?? '')
      .first()
      .waitFor();
    expect(await page.evaluate(ran)).toBe(null);
  });
});
