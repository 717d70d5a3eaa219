import { describe, expect, it } from 'vitest';
import { isMailAddress } from './mail-address.ts';
import { digestMail, occasionMail } from './mail-texts.ts';

const sender = { origin: 'https://attest.example.gov', agencyName: 'Office of Public Instruction' };
const subject = { shortName: 'Montana', name: 'Student Tardiness', facts: {} };
const link = '/certifications/evt_1/255901';

describe('A mail about one occasion', () => {
  it('has the line as its subject, says what to do and leads there', () => {
    const mail = occasionMail({ kind: 'CERTIFICATION_EVENT_PUBLISHED', link }, subject, sender);
    expect(mail.subject).toBe('The State of Montana published a Data Certification Event: Student Tardiness');
    expect(mail.text).toBe(
      [
        'The State of Montana published a Data Certification Event: Student Tardiness',
        'Look at your data from the start date on, and certify and submit them before the due date.',
        'https://attest.example.gov/certifications/evt_1/255901',
        'Office of Public Instruction\nSent by Attest. Everything it tells is in your Message Center too. Replies are not read.\n',
      ].join('\n\n'),
    );
  });

  it('never carries a reason that somebody wrote', () => {
    const facts = { participant: 'Bear Creek', reason: 'Jane Doe was counted twice' };
    const mail = occasionMail({ kind: 'RECERTIFICATION_REQUESTED', link }, { ...subject, facts }, sender);
    expect(JSON.stringify(mail)).not.toContain('Jane');
    expect(mail.text).toContain('The reason is in your Message Center.');
    expect(mail.subject).toContain('Bear Creek requested to recertify');
  });

  it('carries what the state’s staff wrote to be mailed', () => {
    const facts = { subject: 'Office hours', text: 'We answer until six.' };
    const mail = occasionMail({ kind: 'MESSAGE', link }, { ...subject, facts }, sender);
    expect(mail.subject).toBe('Office hours');
    expect(mail.text).toContain('We answer until six.');
  });
});

describe('The mail of a day', () => {
  it('of one alert has its line as the subject, of several their number', () => {
    const alert = { name: 'The report A is complete', link };
    expect(digestMail([alert], sender).subject).toBe('The report A is complete');
    const mail = digestMail([alert, { name: 'The report B is complete', link: '/certifications' }], sender);
    expect(mail.subject).toBe('Attest: 2 messages for you');
    expect(mail.text).toMatch(/A is complete\nhttps:.*\n\nThe report B is complete\nhttps:.*\/certifications\n/);
  });
});

describe('A mail address', () => {
  it.each([
    'ana@example.org',
    'a@x.org',
    `${'a'.repeat(242)}@example.org`,
    'a.b+c@k12.mt.us',
    "o'neil@district.example.com",
  ])('may be %s', (text) => {
    expect(isMailAddress(text)).toBe(true);
  });
  it.each([
    '',
    'ana',
    'ana@',
    '@example.org',
    'ana@example',
    `${'a'.repeat(243)}@example.org`,
    'a b@example.org',
    'a@b..org',
    'a@x.org,b@x.org',
    'Ana <a@x.org>',
  ])('may not be "%s"', (text) => {
    expect(isMailAddress(text)).toBe(false);
  });
});
