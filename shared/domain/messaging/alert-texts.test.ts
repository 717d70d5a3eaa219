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
    });
    expect(text('RECERTIFICATION_REQUIRED').name).toBe(
      'The State of Montana requested a recertification for Data Certification Event: Student Tardiness',
    );
  });

  it('about a report is listed under another process and names the run', () => {
    expect(text('RUN_FINISHED', { title: 'Student Tardiness DC 96.0.2' })).toEqual({
      process: 'Batch Report Complete',
      name: 'The report Student Tardiness DC 96.0.2 is complete',
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

  it('tells how many are done and who sent or asked', () => {
    expect(text('CERTIFIER_DONE', { done: '1', certifiers: '2' }).name).toContain('1 of 2 certifiers');
    expect(text('CERTIFICATION_SENT', { participant: 'Bear Creek' }).name).toContain('Bear Creek sent');
    expect(text('RECERTIFICATION_REQUESTED', { participant: 'Bear Creek' }).name).toContain('Bear Creek requested');
  });
});
