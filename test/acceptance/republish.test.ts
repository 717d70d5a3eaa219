import { beforeAll, describe, expect, it } from 'vitest';
import { useSystem } from '../harness/system.ts';
import {
  bearCreek,
  definition,
  grandBend,
  participantOf,
  published,
  publishNew,
} from '../story/certification-event.ts';
import type { Answer, Json } from '../story/client.ts';
import { expectStatus, jsonAt, listAt, refusalOf, textAt } from '../story/read.ts';
import { generateReport, passStep, runEnded, start, stepOf, submit } from '../story/steps.ts';
import { until } from '../story/until.ts';

const system = useSystem();
const base = '/v1/certification-events';
const noSnapshots = { snapshotMethod: 'NONE', missingSnapshotAt: null };
const admin = () => system.as('state-admin');
const approver = () => system.as('state-approver');
const dayOf = (days: number): string =>
  new Date(system.now() + days * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'America/Denver' });

let eventId = '';
let present: Json = {};

const at = (rest: string): string => `${base}/${eventId}${rest}`;
const worklistRow = async (user: string): Promise<Json | undefined> => {
  const rows = listAt(expectStatus(await (await system.as(user)).get('/v1/certifications?limit=200'), 200), 'items');
  return rows.find((row) => row['eventId'] === eventId);
};
const participant = async (orgId: string): Promise<Json> => participantOf(await approver(), eventId, orgId);

const save = async (changes: object): Promise<Json> => {
  present = { ...present, ...changes };
  const put = await (await admin()).send('PUT', at(''), { body: present, headers: { 'if-match': '*' } });
  return expectStatus(put, 200);
};
const publish = async (body: object = {}): Promise<Answer> => (await admin()).post(at('/publish'), body);
const publishChanges = async (changes: object, body: object = {}): Promise<Json> => {
  const before = Number((await published(await admin(), eventId))['revision']);
  await save(changes);
  expectStatus(await publish(body), 202);
  return until('the next revision', async () => {
    const event = await published(await admin(), eventId);
    return event['revision'] === before + 1 ? event : undefined;
  });
};

beforeAll(async () => {
  const person = await admin();
  present = await definition(person, { name: 'Changes', ...noSnapshots });
  eventId = await publishNew(person, { name: 'Changes', ...noSnapshots });
  const work = { eventId, orgId: grandBend };
  const certifier = await system.as('grand-bend-certifier');
  expectStatus(await start(certifier, work), 200);
  await passStep(certifier, work, 'district-validation');
  await passStep(certifier, work, 'state-validation');
  expectStatus(await submit(certifier, work), 200);
  const other = await system.as('bear-creek-certifier');
  expectStatus(await start(other, { eventId, orgId: bearCreek }), 200);
  await generateReport(other, { eventId, orgId: bearCreek }, 'district-validation');
}, 240_000);

describe('Changes to a published certification event', () => {
  it('stay with its editors until they are published, and are shown with what they touch', async () => {
    const saved = await save({ name: 'Changes, longer', endDate: dayOf(20) });
    expect(saved).toMatchObject({ name: 'Changes', unpublishedChanges: true, draft: { name: 'Changes, longer' } });
    expect(await worklistRow('bear-creek-certifier')).toMatchObject({ eventName: 'Changes', dueDate: dayOf(14) });
    const preview = expectStatus(await (await admin()).get(at('/publish-preview')), 200);
    expect(listAt(preview, 'changes').map((change) => change['field'])).toEqual(['name', 'endDate']);
    expect(preview).toMatchObject({ affected: { participants: 2, certified: 1, atWork: 1 }, refusals: [] });
  });

  it('of name and end date touch nobody’s certification and ask nobody to certify again', async () => {
    await publishChanges({});
    expect(await worklistRow('bear-creek-certifier')).toMatchObject({
      eventName: 'Changes, longer',
      dueDate: dayOf(20),
    });
    expect(await participant(grandBend)).toMatchObject({ status: 'SENT', round: 1, flags: [] });
    const step = await stepOf(
      await system.as('bear-creek-certifier'),
      { eventId, orgId: bearCreek },
      'district-validation',
    );
    expect(step['status']).toBe('BLOCKED');
    await system.atRest();
    const told = await system.alertsOf('grand-bend-certifier', eventId);
    expect(told.filter((line) => line.includes('recertification'))).toEqual([]);
  });

  it('cannot move the opening once somebody has certified', async () => {
    await save({ certificationOpensDate: dayOf(2) });
    expect(refusalOf(await publish({ confirm: true }))).toBe('422 DATES_INVALID');
    const dropped = expectStatus(await (await admin()).post(at('/discard-changes'), {}), 200);
    expect(dropped).toMatchObject({ unpublishedChanges: false, draft: null });
    present = { ...present, certificationOpensDate: dayOf(0) };
  });

  it('of the rules make unfinished work stale once confirmed, and leave a mark on what is certified', async () => {
    await save({ requiredDatasets: ['students'] });
    expect(await publish()).toMatchObject({
      status: 409,
      body: { code: 'CONFIRMATION_REQUIRED', facts: { stepsToRunAgain: 1 } },
    });
    await publishChanges({}, { confirm: true });
    const step = await stepOf(
      await system.as('bear-creek-certifier'),
      { eventId, orgId: bearCreek },
      'district-validation',
    );
    expect(step['status']).toBe('STALE');
    expect(await participant(grandBend)).toMatchObject({ status: 'SENT', flags: ['EARLIER_REVISION'] });
  });

  it('pause the work of districts without hiding anything', async () => {
    await publishChanges({ active: false });
    const run = `/v1/certifications/${eventId}/${bearCreek}/steps/district-validation/runs`;
    const person = await system.as('bear-creek-certifier');
    expect(refusalOf(await person.post(run, {}))).toBe('409 EVENT_PAUSED');
    expect(await worklistRow('bear-creek-certifier')).toBeDefined();
    await publishChanges({ active: true });
    expectStatus(await person.post(run, {}), 202);
  });

  it('take out a participant that has certified only with a reason, which stays in its trail', async () => {
    await save({ participants: [bearCreek] });
    expect(refusalOf(await publish({ confirm: true }))).toContain('REASON_REQUIRED');
    await publishChanges({}, { confirm: true, withdrawals: [{ organizationId: grandBend, reason: 'Merged.' }] });
    expect(await participant(grandBend)).toMatchObject({ status: 'WITHDRAWN' });
    expect(await worklistRow('grand-bend-certifier')).toBeUndefined();
    const trail = expectStatus(await (await approver()).get(at('/audit?limit=200')), 200);
    expect(listAt(trail, 'items')).toContainEqual(
      expect.objectContaining({ reason: 'Merged.', entity: 'participant' }),
    );
  });
});

describe('The state', () => {
  it('moves deadlines of one or all, never before the end, and takes them back', async () => {
    const path = at(`/participants/${bearCreek}/due-date-overrides`);
    const headers = { 'if-match': '*' };
    const person = await admin();
    const put = (user: string, dueDate: string) =>
      person.send('PUT', `${path}/${user}`, { body: { dueDate, reason: 'Flood.' }, headers });
    expect(refusalOf(await put('ALL', dayOf(19)))).toBe('422 DUE_DATE_INVALID');
    expectStatus(await put('bear-creek-certifier', dayOf(30)), 200);
    expect(await worklistRow('bear-creek-certifier')).toMatchObject({ dueDate: dayOf(30) });
    expectStatus(await person.send('DELETE', `${path}/bear-creek-certifier`, { headers }), 204);
    expect(await worklistRow('bear-creek-certifier')).toMatchObject({ dueDate: dayOf(20) });
  });

  it('writes to certifiers, in their Message Centers and by mail', async () => {
    const person = await admin();
    const body = { subject: 'A few days are left', body: 'Please certify.' };
    expect(refusalOf(await person.post(at('/messages'), { ...body, organizationIds: [grandBend] }))).toBe(
      '422 REFERENCE_UNKNOWN',
    );
    expectStatus(await person.post(at('/messages'), { ...body, onlyUnfinished: true }), 201);
    await system.atRest();
    expect(await system.alertsOf('bear-creek-certifier', eventId)).toContain(body.subject);
    const mail = await (await fetch(`${system.origin}/_local/mail`)).text();
    expect(mail).toContain(body.subject);
    expect(listAt(expectStatus(await person.get(at('/messages')), 200), 'items')).toMatchObject([body]);
  });

  it('runs a group over its own copy, which no district sees', async () => {
    const person = await system.as('state-reviewer');
    const links = present['dataLinks'];
    const [link] = Array.isArray(links) ? links : [];
    const body = { groupId: textAt(jsonAt({ link }, 'link'), 'groupId'), lane: 'STATE' };
    const run = expectStatus(await person.post(at(`/participants/${bearCreek}/runs`), body), 202);
    expect(await runEnded(person, textAt(run, 'id'))).toMatchObject({ status: 'COMPLETED', step: null });
    expect((await (await system.as('bear-creek-certifier')).get(`/v1/runs/${textAt(run, 'id')}`)).status).toBe(404);
  });

  it.each([
    ['json', 'application/json', '{'],
    ['csv', 'text/csv', '\ufeff'],
    ['html', 'text/html', '<!doctype html>'],
    ['pdf', 'application/pdf', '%PDF-1.7'],
    ['docx', 'application/vnd.openxmlformats', 'PK'],
  ])('gets the Event Report as %s', async (format, type, beginning) => {
    const answer = await (await approver()).get(at(`/report?format=${format}&includeReviewers=true`));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain(type);
    expect(answer.text.startsWith(beginning) || `\ufeff${answer.text}`.startsWith(beginning)).toBe(true);
  });

  it('closes, and finds the whole audit under one last seal', async () => {
    const person = await admin();
    expectStatus(await person.post(at('/close'), { comment: 'Done.', confirm: true }), 200);
    const seals = await until('the last seal', async () => {
      const items = listAt(expectStatus(await person.get(at('/audit/seals')), 200), 'items');
      return items.some((seal) => seal['reason'] === 'CLOSED') ? items : undefined;
    });
    const trail = expectStatus(await person.get(at('/audit?limit=200')), 200);
    const chains = new Set(listAt(trail, 'items').map((entry) => entry['chain']));
    expect(seals.at(-1)).toMatchObject({
      reason: 'CLOSED',
      chains: chains.size,
      root: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });
});
