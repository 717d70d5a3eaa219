import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, atHour, type CalendarDate, dateIn } from '../../shared/kernel/calendar-date.ts';
import { instantFromMillis, millisOf } from '../../shared/kernel/instant.ts';
import { useSystem } from '../harness/system.ts';
import { bearCreek, decideOne, grandBend, publishNew } from '../story/certification-event.ts';
import { mailsTo, subjectsOf } from '../story/mails.ts';
import { expectStatus, listAt, textAt } from '../story/read.ts';

const system = useSystem();
const zone = 'America/Denver';
const events = '/v1/certification-events';
const everybody = ['grand-bend-certifier', 'grand-bend-reviewer', 'bear-creek-certifier', 'bear-creek-reviewer'];
const admin = () => system.as('state-admin');
const today = (): CalendarDate => dateIn(instantFromMillis(system.now()), zone);

/** Half past an hour of a day, as the agency's clocks show it. */
const halfPast = (hour: number, day: CalendarDate): number => millisOf(atHour(day, hour, zone)) + 1_800_000;

const goTo = async (instant: number): Promise<void> => {
  await system.moveTo(instant);
  await system.atRest();
};

const told = async (name: string, eventId: string, words: string): Promise<number> =>
  (await system.alertsOf(name, eventId)).filter((text) => text.includes(words)).length;

const toldEach = (eventId: string, words: string): Promise<readonly number[]> =>
  Promise.all(everybody.map((name) => told(name, eventId, words)));

const scheduleOf = async (eventId: string, day: CalendarDate): Promise<string | undefined> => {
  const state: unknown = await (await fetch(`${system.origin}/_local/state`)).json();
  const names = listAt(Object(state), 'schedules').map((one) => String(one['name']));
  return names.find((name) => name.includes(`${eventId}-remind-${day}`));
};

/** Opens tomorrow and ends ten days from now: reminders come on the mornings of days 1, 3, 7, 9 and 11. */
const publishShort = async (name: string, begin: CalendarDate, changes: object = {}): Promise<string> => {
  const eventId = await publishNew(await admin(), {
    name,
    startDate: begin,
    certificationOpensDate: addDays(begin, 1),
    endDate: addDays(begin, 10),
    missingSnapshotAt: instantFromMillis(halfPast(12, addDays(begin, 10))),
    ...changes,
  });
  await system.atRest();
  return eventId;
};

describe('The mornings of a certification event', () => {
  let begin: CalendarDate;
  let eventId: string;

  beforeAll(async () => {
    begin = today();
    eventId = await publishShort('Reminded', begin);
  }, 180_000);

  it('are announced with the publication, by a mail that leads to the certification', async () => {
    for (const [name, orgId] of [
      ['grand-bend-certifier', grandBend],
      ['bear-creek-reviewer', bearCreek],
    ] as const) {
      const mails = (await mailsTo(system.origin, name)).filter(({ subject }) =>
        String(subject).endsWith(': Reminded'),
      );
      expect(subjectsOf(mails)[0]).toBe('The State of MT published a Data Certification Event: Reminded');
      expect(textAt(mails[0] ?? {}, 'text')).toContain(`${system.origin}/certifications/${eventId}/${orgId}\n`);
    }
  });

  it('begin when the window opens, for certifiers alone, with one mail that day', async () => {
    await goTo(halfPast(7, addDays(begin, 1)));
    expect(await toldEach(eventId, 'is open until')).toEqual([1, 0, 1, 0]);
    const before = (await mailsTo(system.origin, 'bear-creek-certifier')).length;
    await goTo(halfPast(8, addDays(begin, 1)));
    const [digest, ...others] = (await mailsTo(system.origin, 'bear-creek-certifier')).slice(before);
    expect(others).toEqual([]);
    expect(textAt(digest ?? {}, 'text')).toContain('is open until');
    expect(textAt(digest ?? {}, 'text')).toContain(`${system.origin}/certifications/${eventId}/${bearCreek}`);
    const approval = { type: 'APPROVE', reason: 'Too small to certify.', confirmNotCertified: true };
    const row = await decideOne(await system.as('state-approver'), eventId, grandBend, approval);
    expect(row['outcome']).toBe('APPLIED');
  });

  it('remind three days before the end who has not finished, once though the schedule fires twice', async () => {
    const day = addDays(begin, 7);
    const caller = (await scheduleOf(eventId, day)) ?? 'no schedule';
    system.runtime.faults.set([{ caller, service: 'scheduler', operation: 'Fire', action: 'duplicate' }]);
    await goTo(halfPast(7, day));
    expect(system.runtime.faults.list()).toMatchObject([{ hits: 1 }]);
    expect(await toldEach(eventId, '3 days left')).toEqual([0, 0, 1, 0]);
  });

  it('are made good by the sweeper where a schedule is lost, and the last day has a mail of its own', async () => {
    const day = addDays(begin, 9);
    const caller = (await scheduleOf(eventId, day)) ?? 'no schedule';
    system.runtime.faults.set([{ caller, service: 'scheduler', operation: 'Fire', action: 'lose' }]);
    await goTo(halfPast(7, day));
    expect(system.runtime.faults.list()).toMatchObject([{ hits: 1 }]);
    expect(await toldEach(eventId, '1 day left')).toEqual([0, 0, 1, 0]);
    const subjects = subjectsOf(await mailsTo(system.origin, 'bear-creek-certifier'));
    expect(subjects.filter((subject) => subject.startsWith('1 day left') && subject.endsWith('Reminded'))).toHaveLength(
      1,
    );
  });

  it('end with what is overdue: its owner is told, and the state who and how many', async () => {
    await goTo(halfPast(7, addDays(begin, 11)));
    expect(await toldEach(eventId, 'is overdue')).toEqual([0, 0, 1, 0]);
    for (const name of ['state-approver', 'state-reviewer', 'state-admin']) {
      const line = '1 of 2 participants overdue (Bear Creek ISD) in Data Certification Event: Reminded';
      expect(await told(name, eventId, line)).toBe(1);
      expect(subjectsOf(await mailsTo(system.origin, name)).filter((subject) => subject === line)).toHaveLength(1);
    }
    const certifier = await system.as('bear-creek-certifier');
    expect((await certifier.post(`/v1/certifications/${eventId}/${bearCreek}/start`, {})).status).toBe(409);
  });
});

describe('A later due date', () => {
  it('has mornings of its own, and the others keep theirs', async () => {
    const begin = today();
    const eventId = await publishShort('Extended', begin);
    const override = `${events}/${eventId}/participants/${bearCreek}/due-date-overrides/bear-creek-certifier`;
    const body = { dueDate: addDays(begin, 12), reason: 'Snow days.' };
    const sent = await (await admin()).send('PUT', override, { body, headers: { 'if-match': '*' } });
    expectStatus(sent, 200);
    await system.atRest();
    expect(await toldEach(eventId, 'moved your due date')).toEqual([0, 0, 1, 0]);
    expect(await scheduleOf(eventId, addDays(begin, 13))).toBeDefined();
    await goTo(halfPast(7, addDays(begin, 9)));
    expect(await toldEach(eventId, '1 day left')).toEqual([1, 0, 0, 0]);
    // The clock has jumped over the morning on which it would have been true of Grand Bend.
    expect(await toldEach(eventId, '3 days left')).toEqual([0, 0, 1, 0]);
  });
});

describe('A certification event that is closed', () => {
  it('reminds nobody any more: its schedules are gone', async () => {
    const begin = today();
    const eventId = await publishShort('Closed early', begin);
    expect(await scheduleOf(eventId, addDays(begin, 7))).toBeDefined();
    const closing = { comment: 'Called off.', confirm: true };
    expectStatus(await (await admin()).post(`${events}/${eventId}/close`, closing), 200);
    await system.atRest();
    expect(await scheduleOf(eventId, addDays(begin, 7))).toBeUndefined();
    await goTo(halfPast(9, addDays(begin, 11)));
    for (const name of everybody) expect(await system.alertsOf(name, eventId)).toHaveLength(2);
    expect(await told('state-approver', eventId, 'overdue')).toBe(0);
  });
});
