import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { bearCreek, grandBend, publishNew } from '../story/certification-event.ts';
import { deliver, seedFile } from '../story/deliver.ts';
import { expectStatus, listAt } from '../story/read.ts';
import { generateReport, start } from '../story/steps.ts';
import { useBrowser } from './harness/browser.ts';
import { dialogOf, headed, press, shows } from './harness/hands.ts';

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

  it('are no more than words as the names of students, in the rows and the report of a rule of such a name', async () => {
    const admin = await browser.system.as('state-admin');
    const [first = '', ...others] = (await seedFile('grand-bend', 'students')).trimEnd().split('\n');
    const student = { ...Object(JSON.parse(first)), firstName: whole, lastSurname: corpus[0] };
    const clerk = await browser.system.as('grand-bend-admin');
    const upload = await deliver(clerk, grandBend, 'students', [JSON.stringify(student), ...others].join('\n'));
    expect(upload['status']).toBe('ACCEPTED');
    const [name = ''] = names;
    const rule = expectStatus(
      await admin.post('/v1/rules', {
        code: 'TEXTS',
        name,
        severity: 'WARNING',
        kind: 'FINDINGS',
        level: 'DISTRICT',
        datasets: ['students'],
        sql: `SELECT firstName AS "<img src=x onerror=window.ran=10>", lastSurname FROM students WHERE firstName LIKE '%window.ran%'`,
        message: whole,
      }),
      201,
    );
    const group = { name, level: 'DISTRICT', active: true, rules: [{ ruleId: rule['id'] }] };
    const { id: groupId } = expectStatus(await admin.post('/v1/validation-groups', group), 201);
    const dataLinks = [{ type: 'VALIDATION_GROUP', groupId }];
    const work = { eventId: await publishNew(admin, { name: 'Students', dataLinks }), orgId: grandBend };
    const certifier = await browser.system.as('grand-bend-certifier');
    expectStatus(await start(certifier, work), 200);
    expect(await generateReport(certifier, work, 'district-validation')).toMatchObject({ status: 'COMPLETED' });
    const page = await browser.open('grand-bend-certifier', `/certifications/${work.eventId}/${grandBend}`);
    await page.getByRole('button', { name: 'Show rows of TEXTS' }).click();
    await dialogOf(page).getByRole('rowheader', { name: whole }).waitFor();
    await nothingRan(page, 'rows');
    await dialogOf(page).getByRole('button', { name: 'Close' }).last().click();
    await press(page, 'Open report');
    await page.frameLocator('iframe.report').getByRole('cell', { name: whole }).waitFor();
    for (const frame of page.frames()) expect(await frame.evaluate('window.ran ?? null'), frame.url()).toBe(null);
    const author = await browser.open('state-admin', '/rules');
    for (const place of ['/rules', `/rules/${String(rule['id'])}`, '/groups', `/groups/${String(groupId)}`]) {
      await author.goto(`${browser.system.origin}${place}`);
      await author.getByText('<script>window.ran = 1</script>').first().waitFor({ state: 'attached' });
      await nothingRan(author, place);
    }
  });

  it('are no more than words as the name of a school', async () => {
    const admin = await browser.system.as('state-admin');
    const [name = ''] = names;
    const path = '/v1/organizations/255901107';
    const renamed = await admin.send('PATCH', path, { body: { name }, headers: { 'if-match': '*' } });
    expectStatus(renamed, 200);
    const categories = listAt(expectStatus(await admin.get('/v1/categories'), 200), 'items');
    const groups = listAt(expectStatus(await admin.get('/v1/validation-groups?level=SCHOOL'), 200), 'items');
    const eventId = await publishNew(admin, {
      name: 'Schools',
      level: 'SCHOOL',
      categoryId: categories.find((category) => category['name'] === 'School Attendance')?.['id'],
      participants: ['255901107'],
      dataLinks: groups.map((group) => ({ type: 'VALIDATION_GROUP', groupId: group['id'] })),
    });
    await browser.system.atRest();
    const page = await browser.open('state-admin', `/certification-events/${eventId}?view=status`);
    await page.getByText(name).first().waitFor();
    await nothingRan(page, 'certification status');
    for (const place of [`/certification-events/${eventId}/participants/255901107`, '/organizations']) {
      await page.goto(`${browser.system.origin}${place}`);
      await page.locator('h1').waitFor();
      await page.getByText('<script>window.ran = 1</script>').first().waitFor({ state: 'attached' });
      await nothingRan(page, place);
    }
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
