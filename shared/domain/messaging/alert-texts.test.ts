import { describe, expect, it } from 'vitest';
import { type AlertKind, isAlertKind } from './alert.ts';
import { alertText } from './alert-texts.ts';

const text = (kind: AlertKind, facts: Readonly<Record<string, string>> = {}) =>
  alertText(kind, { shortName: 'Montana', name: 'Student Tardiness', facts });

const due = '2026-05-18';
const participant = 'Bear Creek';

describe('The line in the Message Center', () => {
  it.each([
    ['PARTICIPANT_REMOVED', { participant }, 'Bear Creek does not take part any more in'],
    ['PARTICIPANT_REMOVED', {}, 'A participant does not take part any more in'],
    ['NO_CERTIFIER', { participant }, 'Nobody can certify for Bear Creek in'],
    ['NO_CERTIFIER', {}, 'Nobody can certify in'],
    ['PARTICIPANTS_WITHOUT_CERTIFIER', {}, '0 participants without anybody to certify in'],
    ['PARTICIPANTS_WITHOUT_CERTIFIER', { count: '1', names: 'D0' }, '1 participant without anybody to certify (D0) in'],
    ['PARTICIPANTS_WITHOUT_CERTIFIER', { count: '2' }, '2 participants without anybody to certify in'],
    ['PEOPLE_WITHOUT_MAIL', {}, '0 people without a valid e-mail address in'],
    ['PEOPLE_WITHOUT_MAIL', { count: '1', names: 'Ana' }, '1 person without a valid e-mail address (Ana) in'],
    ['WINDOW_OPENS', { participant, due }, 'Certification for Bear Creek is open until May 18, 2026 in'],
    ['WINDOW_OPENS', {}, 'Certification is open in'],
    ['WINDOW_OPENS', { due: 'the end' }, 'Certification is open until the end in'],
    ['DAYS_LEFT', { participant, due, days: '7' }, '7 days left to certify for Bear Creek, until May 18, 2026, in'],
    ['DAYS_LEFT', { due }, 'Few days left to certify, until May 18, 2026, in'],
    ['ONE_DAY_LEFT', { participant, due }, '1 day left to certify for Bear Creek, until May 18, 2026, in'],
    ['OVERDUE', { participant }, 'Your certification for Bear Creek is overdue in'],
    ['DUE_DATE_CHANGED', {}, 'The State of Montana moved your due date to another day in'],
    ['CERTIFICATION_EVENT_CHANGED', {}, 'The State of Montana changed the definition of'],
    ['SNAPSHOT_FINISHED', {}, 'The state data snapshot is complete for'],
    ['SNAPSHOT_FAILED', { participant }, 'The state data snapshot for Bear Creek could not be taken for'],
    ['SNAPSHOT_MISSING', { participant }, 'A snapshot for Bear Creek was missing and has been taken by schedule for'],
    ['SNAPSHOTS_MISSING', { count: '2', total: '12' }, '2 of 12 participants had no snapshot at the set time in'],
    ['CERTIFIER_DONE', {}, '? of ? certifiers are done with'],
    ['SUBMISSION_WITHDRAWN', { participant }, 'Bear Creek withdrew its certification for'],
    ['APPROVAL_REVERSED', {}, 'The State of Montana took back its approval of the certification for'],
    ['REQUEST_WITHDRAWN', { participant }, 'Bear Creek withdrew its request to recertify'],
    ['WORK_UNDONE', {}, 'A newer snapshot was taken, so please certify again in'],
    ['RUN_FAILED', { stopped: 'VALIDATING' }, 'Not all of the scheduled snapshots are being validated for'],
  ] as const)('about %s with %o says it in one sentence', (kind, facts, sentence) => {
    expect(text(kind, facts).name).toBe(`${sentence} Data Certification Event: Student Tardiness`);
  });

  it.each([
    ['CERTIFICATION_EVENT_CLOSED', {}, 'The State of Montana closed the Data Certification Event: Student Tardiness'],
    ['MESSAGE', { subject: 'Office hours' }, 'Office hours'],
    ['MESSAGE', {}, 'Student Tardiness'],
    ['RUN_FINISHED', { title: 'Enrollment DC 7' }, 'The report Enrollment DC 7 is complete'],
    ['RUN_FINISHED', {}, 'The report Student Tardiness is complete'],
    ['RUN_FAILED', { title: 'Enrollment DC 7' }, 'The report Enrollment DC 7 could not be made'],
    ['RUN_FAILED', {}, 'The report Student Tardiness could not be made'],
  ] as const)('about %s with %o names what it is about', (kind, facts, sentence) => {
    expect(text(kind, facts).name).toBe(sentence);
  });

  it('about a refused file tells what is wrong with it and where to look', () => {
    const file = 'A file of the state’s pipeline was refused: Student Tardiness. Reason: ';
    const found = { problems: '1200', firstProblem: 'VALUE_UNFIT', line: '7', upload: 'upl_1' };
    expect(text('FILE_REFUSED', found).name).toBe(
      `${file}1,200 problems, the first VALUE_UNFIT in line 7; see upload upl_1`,
    );
    expect(text('FILE_REFUSED', { problem: 'DROP_DISTRICT' }).name).toBe(`${file}there is no such district`);
  });

  it('about a publication and a recertification is in the product’s words', () => {
    expect(text('CERTIFICATION_EVENT_PUBLISHED')).toEqual({
      process: 'Data Certification',
      name: 'The State of Montana published a Data Certification Event: Student Tardiness',
      text: null,
    });
    expect(text('RECERTIFICATION_REQUIRED').name).toBe(
      'The State of Montana requested a recertification for Data Certification Event: Student Tardiness',
    );
  });

  it('about a report is listed under another process and names the run', () => {
    expect(text('RUN_FINISHED', { title: 'Student Tardiness DC 96.0.2' })).toEqual({
      process: 'Batch Report Complete',
      name: 'The report Student Tardiness DC 96.0.2 is complete',
      text: null,
    });
    expect(text('SNAPSHOT_FINISHED').process).toBe('Batch Report Complete');
  });

  it.each(['RECERTIFICATION_REQUESTED', 'REQUEST_DECLINED'] as const)(
    'about %s gives the reason where there is one',
    (kind) => {
      const told = text(kind, { reason: 'a school was missing' });
      expect(told.name).toMatch(/Student Tardiness\. Reason: a school was missing$/);
      expect(told.text).toBe('a school was missing');
      expect(text(kind).name).toMatch(/Student Tardiness\.$/);
    },
  );

  it.each([
    'NO_CERTIFIER',
    'RUN_FINISHED',
    'CERTIFICATION_SENT',
    'CERTIFICATION_APPROVED',
    'CERTIFICATION_EVENT_CLOSED',
    'CERTIFIER_DONE',
    'WORK_UNDONE',
  ] as const)('about %s always names the certification event', (kind) => {
    expect(text(kind).name).toContain('Student Tardiness');
  });

  it('tells days, numbers and changes in words', () => {
    const many = { count: '1008', total: '1200', names: 'D0, D1', more: '998' };
    expect(text('OVERDUE_DIGEST', many).name).toBe(
      '1,008 of 1,200 participants overdue (D0, D1, and 998 more) in Data Certification Event: Student Tardiness',
    );
    expect(text('PEOPLE_WITHOUT_MAIL', { count: '1', names: 'Ana Test' }).name).toContain('1 person without');
    expect(text('PEOPLE_WITHOUT_MAIL', { count: '2' }).name).toContain('2 people without');
    expect(text('DUE_DATE_CHANGED', { due: '2026-05-25' }).name).toContain('moved your due date to May 25, 2026');
    const changed = { changed: 'endDate paused links', endDate: '2026-05-20' };
    expect(text('CERTIFICATION_EVENT_CHANGED', changed).name).toContain(
      'changed the end date (now May 20, 2026), its state (it is paused), and the links of',
    );
    expect(text('OVERDUE_DIGEST', { count: '1', names: 'D0' }).name).toBe(
      '1 participant overdue (D0) in Data Certification Event: Student Tardiness',
    );
  });

  it.each([
    ['CERTIFICATION_EVENT_CLOSED', { finalStatus: 'APPROVED' }, 'Final status: Certification Approved by State'],
    ['CERTIFICATION_APPROVED', { notCertified: 'true' }, 'The state approved it without a certification of yours.'],
    ['CERTIFICATION_APPROVED', {}, null],
    ['CERTIFICATION_EVENT_CLOSED', { finalStatus: 'NEVER_HEARD_OF' }, null],
    ['RUN_FAILED', { problem: 'NEVER_HEARD_OF' }, null],
    ['RUN_FAILED', { problem: 'RUN_INTERRUPTED' }, expect.stringContaining('stopped three times')],
    ['SNAPSHOT_FAILED', {}, 'The snapshot could not be taken. Take it again.'],
    ['SNAPSHOT_FAILED', { stopped: 'TAKING' }, 'The scheduled snapshots stopped before every participant had one.'],
    ['RUN_FAILED', { stopped: 'VALIDATING' }, 'The snapshots themselves are taken.'],
    ['FILE_REFUSED', { problem: 'DROP_LOST' }, 'it could not be taken up, several times'],
  ] as const)('about %s adds what belongs to it', (kind, facts, added) => {
    expect(text(kind, facts).text).toEqual(added);
  });

  it('tells how many are done and who sent or asked', () => {
    expect(text('CERTIFIER_DONE', { done: '1', certifiers: '2' }).name).toContain('1 of 2 certifiers');
    expect(text('CERTIFICATION_SENT', { participant: 'Bear Creek' }).name).toContain('Bear Creek sent');
    expect(text('RECERTIFICATION_REQUESTED', { participant: 'Bear Creek' }).name).toContain('Bear Creek requested');
  });
});

describe('The kind of an alert', () => {
  it('is one that this version knows, or is not', () => {
    expect(isAlertKind('OVERDUE')).toBe(true);
    expect(isAlertKind('NEVER_HEARD_OF')).toBe(false);
  });
});
