import { describe, expect, it } from 'vitest';
import type { AlertKind } from './alert.ts';
import { alertText } from './alert-texts.ts';

const text = (kind: AlertKind, facts: Readonly<Record<string, string>> = {}) =>
  alertText(kind, { shortName: 'Montana', name: 'Student Tardiness', facts });

describe('The line in the Message Center', () => {
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
      expect(text(kind, { reason: 'a school was missing' }).name).toContain('Reason: a school was missing');
      expect(text(kind).name).not.toContain('Reason');
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
  });

  it.each([
    ['CERTIFICATION_EVENT_CLOSED', { finalStatus: 'APPROVED' }, 'Final status: Certification Approved by State'],
    ['CERTIFICATION_APPROVED', { notCertified: 'true' }, 'The state approved it without a certification of yours.'],
    ['CERTIFICATION_APPROVED', {}, null],
    ['RUN_FAILED', { problem: 'RUN_INTERRUPTED' }, expect.stringContaining('stopped three times')],
    ['SNAPSHOT_FAILED', {}, 'The snapshot could not be taken. Take it again.'],
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
