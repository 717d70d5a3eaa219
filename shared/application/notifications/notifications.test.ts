import { beforeEach, describe, expect, test } from 'vitest';
import { aPostOffice, type PostOffice } from '../../../test/fakes/post-office.ts';
import { tardinessBody } from '../../../test/builders/tardiness-body.ts';
import { aSmallState, publishTardiness, type SmallState } from '../../../test/fakes/small-state.ts';

let state: SmallState;
let office: PostOffice;
let id: string;

// Certification is open from 4 to 18 May; it is noon of 5 May in Denver.
beforeEach(async () => {
  state = await aSmallState('2026-05-05T18:00:00Z');
  office = aPostOffice(state);
  id = await publishTardiness(state);
  await office.quiet();
});

const events = '/v1/certification-events';
const mornings = () =>
  [...office.schedules.values()]
    .filter(({ timerId }) => timerId.includes('-remind-'))
    .map(({ dueAt }) => dueAt)
    .toSorted();

const approve = (organizationId: string) =>
  state.ask('april', 'POST', `${events}/${id}/decisions`, {
    body: { type: 'APPROVE', organizationIds: [organizationId], reason: 'seen', confirmNotCertified: true },
  });
const close = () => state.ask('admin', 'POST', `${events}/${id}/close`, { body: { comment: 'over', confirm: true } });
const override = (userId: string, dueDate: string) =>
  state.ask('admin', 'PUT', `${events}/${id}/participants/255903/due-date-overrides/${userId}`, {
    body: { dueDate, reason: 'snow days' },
    headers: { 'if-match': '*' },
  });
const republish = async (changes: object) => {
  const { draft: _draft, ...read } = (await state.ask('admin', 'GET', `${events}/${id}`)).body;
  const body = { ...tardinessBody, ...changes };
  const saved = await state.ask('admin', 'PUT', `${events}/${id}`, { body, headers: { 'if-match': '*' } });
  const begun = await state.ask('admin', 'POST', `${events}/${id}/publish`, { body: { confirm: true } });
  expect([read.status, saved.status, begun.status]).toEqual(['PUBLISHED', 200, 202]);
  await state.runFlows();
  await office.quiet();
};

describe('A publication', () => {
  test.each(['ana', 'rita', 'gus'])('is told to %s once, here and by one mail that leads there', async (name) => {
    expect(await office.toldTo(name)).toEqual(['CERTIFICATION_EVENT_PUBLISHED']);
    const [mail, ...others] = office.mailsTo(name);
    const organization = name === 'gus' ? '255901' : '255903';
    expect(mail?.subject).toBe('The State of Montana published a Data Certification Event: Student Tardiness');
    expect(mail?.text).toContain(`https://attest.example.gov/certifications/${id}/${organization}\n`);
    expect(others).toEqual([]);
  });

  test('plans the mornings that are still to come, in the agency’s zone', () => {
    expect(mornings()).toEqual(
      ['2026-05-11', '2026-05-15', '2026-05-17', '2026-05-19'].map((day) => `${day}T13:00:00.000Z`),
    );
  });

  test('of which the certifier has read stays required until his part is done', async () => {
    const required = async () =>
      (await state.ask('gus', 'GET', '/v1/alerts')).body.items.map((one: { required: boolean }) => one.required);
    expect(await required()).toEqual([true]);
    await approve('255901');
    expect(await required()).toEqual([false]);
  });
});

describe('A morning', () => {
  test('reminds who has not finished, and the mail of the day comes an hour later, once', async () => {
    await approve('255901');
    await office.moveTo('2026-05-15T13:30:00Z');
    expect((await office.toldTo('ana')).slice(-1)).toEqual(['DAYS_LEFT']);
    expect(await office.toldTo('gus')).not.toContain('DAYS_LEFT');
    expect(await office.toldTo('rita')).not.toContain('DAYS_LEFT');
    const before = office.mailsTo('ana').length;
    await office.moveTo('2026-05-15T15:00:00Z');
    const digests = office.mailsTo('ana').slice(before);
    expect(digests.map(({ subject }) => subject)).toEqual([
      '3 days left to certify for Bear Creek, until May 18, 2026, in Data Certification Event: Student Tardiness',
    ]);
  });

  test('whose schedule fires twice reminds once', async () => {
    const schedule = [...office.schedules.values()].find(({ timerId }) => timerId.endsWith('2026-05-15'));
    await office.moveTo('2026-05-15T14:30:00Z');
    const told = await office.toldTo('ana');
    expect(schedule).toBeDefined();
    if (schedule) await office.fire(schedule);
    expect(await office.toldTo('ana')).toEqual(told);
  });

  test('whose schedule was lost is made good by the sweeper', async () => {
    office.schedules.clear();
    await office.moveTo('2026-05-15T13:10:00Z');
    expect(await office.toldTo('ana')).not.toContain('DAYS_LEFT');
    await office.sweep();
    expect((await office.toldTo('ana')).filter((kind) => kind === 'DAYS_LEFT')).toHaveLength(1);
  });

  test('after the deadline tells the owner, and the state who is overdue', async () => {
    await approve('255901');
    await office.moveTo('2026-05-19T15:00:00Z');
    expect((await office.toldTo('ana')).slice(-1)).toEqual(['OVERDUE']);
    expect(await office.toldTo('gus')).not.toContain('OVERDUE');
    for (const name of ['april', 'admin']) {
      expect((await office.toldTo(name)).slice(-1)).toEqual(['OVERDUE_DIGEST']);
      expect(office.mailsTo(name).at(-1)?.subject).toBe(
        '1 of 2 participants overdue (Bear Creek) in Data Certification Event: Student Tardiness',
      );
    }
  });

  test('after the closing there is none any more', async () => {
    await close();
    await office.quiet();
    expect(mornings()).toEqual([]);
    await office.moveTo('2026-05-20T15:00:00Z');
    expect(await office.toldTo('ana')).toHaveLength(2);
  });

  test('that was on its way while the certification event closed tells nobody', async () => {
    const schedule = [...office.schedules.values()].find(({ timerId }) => timerId.endsWith('2026-05-15'));
    await close();
    if (schedule) await office.fire(schedule);
    expect(await office.toldTo('ana')).not.toContain('DAYS_LEFT');
  });
});

describe('A due date that is moved', () => {
  test('for one person is told to him alone and has mornings of its own', async () => {
    expect((await override('ana', '2026-05-25')).status).toBe(200);
    await office.quiet();
    expect((await office.toldTo('ana')).slice(-1)).toEqual(['DUE_DATE_CHANGED']);
    expect(office.mailsTo('ana').at(-1)?.subject).toContain('moved your due date to May 25, 2026');
    expect(await office.toldTo('rita')).toEqual(['CERTIFICATION_EVENT_PUBLISHED']);
    await office.moveTo('2026-05-19T15:00:00Z');
    expect((await office.toldTo('ana')).filter((kind) => kind === 'OVERDUE')).toEqual([]);
    expect((await office.toldTo('gus')).slice(-1)).toEqual(['OVERDUE']);
    await office.moveTo('2026-05-26T15:00:00Z');
    expect((await office.toldTo('ana')).slice(-2)).toEqual(['ONE_DAY_LEFT', 'OVERDUE']);
  });

  test('for everybody by a revision is a change, never a call to certify again', async () => {
    await republish({ endDate: '2026-05-20' });
    for (const name of ['ana', 'rita', 'gus'])
      expect((await office.toldTo(name)).toSorted()).toEqual([
        'CERTIFICATION_EVENT_CHANGED',
        'CERTIFICATION_EVENT_PUBLISHED',
      ]);
    expect(office.mailsTo('ana').at(-1)?.subject).toBe(
      'The State of Montana changed the end date (now May 20, 2026) of Data Certification Event: Student Tardiness',
    );
    expect(mornings().map((instant) => instant.slice(0, 10))).toEqual([
      '2026-05-06',
      '2026-05-13',
      '2026-05-17',
      '2026-05-19',
      '2026-05-21',
    ]);
  });

  test('is not told to who has a later one of his own, nor to what is approved', async () => {
    await override('ana', '2026-05-25');
    await approve('255901');
    await office.quiet();
    await republish({ endDate: '2026-05-20' });
    expect(await office.toldTo('ana')).not.toContain('CERTIFICATION_EVENT_CHANGED');
    expect(await office.toldTo('rita')).toContain('CERTIFICATION_EVENT_CHANGED');
    expect(await office.toldTo('gus')).not.toContain('CERTIFICATION_EVENT_CHANGED');
  });
});

describe('A revision', () => {
  test('that changes words only is told to nobody', async () => {
    await republish({ name: 'Tardiness', description: 'clearer' });
    expect(await office.toldTo('ana')).toEqual(['CERTIFICATION_EVENT_PUBLISHED']);
  });

  test('that leaves a participant out tells its people, and tells them anew when it comes back', async () => {
    await republish({ participants: ['255901'] });
    expect((await office.toldTo('ana')).slice(-1)).toEqual(['PARTICIPANT_REMOVED']);
    expect(await office.toldTo('gus')).toEqual(['CERTIFICATION_EVENT_PUBLISHED']);
    await republish({});
    expect((await office.toldTo('ana')).slice(-1)).toEqual(['CERTIFICATION_EVENT_PUBLISHED']);
  });
});

describe('What is decided', () => {
  const told = async (name: string) => (await office.toldTo(name)).slice(-1);

  test('an approval that is taken back is told to the participant’s people', async () => {
    await approve('255901');
    const body = { type: 'UNAPPROVE', organizationIds: ['255901'], reason: 'a mistake' };
    await state.ask('april', 'POST', `${events}/${id}/decisions`, { body });
    await office.quiet();
    expect(await told('gus')).toEqual(['APPROVAL_REVERSED']);
    expect(office.mailsTo('gus').at(-1)?.text).not.toContain('a mistake');
  });

  test('a request and its withdrawal are told to the approvers, the reason in the Message Center only', async () => {
    await approve('255901');
    const requests = `/v1/certifications/${id}/255901/recertification-requests`;
    const asked = await state.ask('gus', 'POST', requests, { body: { reason: 'Jane Doe was counted twice' } });
    await office.quiet();
    expect(await told('april')).toEqual(['RECERTIFICATION_REQUESTED']);
    expect(await office.toldTo('stan')).toEqual([]);
    expect(office.mailsTo('april').at(-1)?.text).not.toContain('Jane');
    const [alert] = (await state.ask('april', 'GET', '/v1/alerts')).body.items;
    expect(alert).toMatchObject({ text: 'Jane Doe was counted twice', link: `/certification-events/${id}` });
    await state.ask('gus', 'POST', `${requests}/${asked.body.id}/withdraw`, { body: {} });
    await office.quiet();
    expect(await office.toldTo('april')).toContain('REQUEST_WITHDRAWN');
  });

  test('a closing says how each participant stood', async () => {
    await approve('255901');
    await close();
    await office.quiet();
    const textOf = async (name: string) => (await state.ask(name, 'GET', '/v1/alerts')).body.items[0].text;
    expect(await textOf('gus')).toBe('Final status: Certification Approved by State');
    expect(office.mailsTo('ana').at(-1)?.text).toContain('Final status: In Progress');
  });
});

describe('The mail of a day', () => {
  test('leaves out what was read by then, and does not go out for nothing', async () => {
    await office.moveTo('2026-05-11T13:30:00Z');
    const [alert] = (await state.ask('ana', 'GET', '/v1/alerts')).body.items;
    await state.ask('ana', 'POST', `/v1/alerts/${alert.id}/read`, { body: {} });
    await office.moveTo('2026-05-11T15:00:00Z');
    expect(office.mailsTo('ana')).toHaveLength(1);
    expect(office.mailsTo('gus')).toHaveLength(2);
  });
});
