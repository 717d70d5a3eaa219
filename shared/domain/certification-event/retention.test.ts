import { describe, expect, it } from 'vitest';
import {
  aClosedEvent,
  aDeletedByRule,
  aHeldEvent,
  anOpenEvent,
  aPublishedEvent,
} from '../../../test/builders/certification-event.ts';
import { anAgency, aStateUser, person, system } from '../../../test/builders/people.ts';
import { moment } from '../../../test/builders/time.ts';
import type { CertificationEventCommand } from './commands.ts';
import { decideCertificationEvent } from './decide.ts';
import { keptUntil } from './decide-retention.ts';
import { evolveCertificationEvent } from './evolve.ts';
import { dataStay } from './lifecycle.ts';
import type { CertificationEvent } from './state.ts';

const decide = (state: CertificationEvent, command: CertificationEventCommand, now = '2026-06-10') => {
  const isByPerson = command.type === 'placeLegalHold' || command.type === 'releaseLegalHold';
  const actor = isByPerson ? person(aStateUser('sam')) : system;
  return decideCertificationEvent(state, command, { actor, now: moment(now), agency: anAgency() });
};

const after = (state: CertificationEvent, command: CertificationEventCommand, now?: string): CertificationEvent => {
  const decided = decide(state, command, now);
  if (!decided.ok) throw new Error(decided.failure.code);
  return decided.value.reduce<CertificationEvent>(evolveCertificationEvent, state);
};

const refusalOf = (state: CertificationEvent, command: CertificationEventCommand) => {
  const decided = decide(state, command);
  return decided.ok ? null : decided.failure;
};

const place = { type: 'placeLegalHold', reason: ' Doe v. State ' } as const;
const release = { type: 'releaseLegalHold', reason: 'settled' } as const;
const begin = { type: 'beginDeletion', retentionYears: 7 } as const;
const finish = { type: 'finishDeletion' } as const;

describe('A legal hold', () => {
  it('is placed on what is closed, with its reason, and released', () => {
    const held = after(aClosedEvent('2026-06-01'), place);
    const legalHold = { reason: 'Doe v. State', placedBy: 'sam', placedAt: moment('2026-06-10') };
    expect(held).toEqual({ ...aClosedEvent('2026-06-01'), legalHold });
    expect(after(held, release)).toEqual(aClosedEvent('2026-06-01'));
  });

  it.each([place, release])('needs a reason: $type', ({ type }) => {
    const state = type === 'placeLegalHold' ? aClosedEvent('2026-06-01') : aHeldEvent('2026-06-01');
    expect(refusalOf(state, { type, reason: ' ' })).toEqual({ code: 'REASON_REQUIRED', pointer: '/reason' });
  });

  it('is refused on what is not closed, held already, not held, or deleted', () => {
    expect(refusalOf(anOpenEvent(), place)?.code).toBe('NOT_CLOSED');
    expect(refusalOf(aPublishedEvent(), release)?.code).toBe('NOT_CLOSED');
    expect(refusalOf(aHeldEvent('2026-06-01'), place)?.code).toBe('LEGAL_HOLD');
    expect(refusalOf(aClosedEvent('2026-06-01'), release)?.code).toBe('NO_LEGAL_HOLD');
    const late = refusalOf(aDeletedByRule('2016-06-01'), place);
    expect(late).toEqual({ code: 'DATA_DELETED', facts: { deletedAt: moment('2026-05-05') } });
  });
});

describe('The retention rule', () => {
  // Denver: the day of the close ends at 06:00 UTC.
  it.each([
    ['a close in the evening', '2026-06-02T05:59:00Z', '2033-06-02T06:00:00.000Z'],
    ['a close after midnight', '2026-06-02T06:00:00Z', '2033-06-03T06:00:00.000Z'],
    ['a close in winter', '2026-12-01T12:00:00Z', '2033-12-02T07:00:00.000Z'],
    ['a close on a leap day', '2028-02-29T12:00:00Z', '2035-03-01T07:00:00.000Z'],
  ])('begins once the years since the day of the close are over: %s', (_what, closedAt, due) => {
    const state = aClosedEvent(closedAt);
    const justBefore = new Date(Date.parse(due) - 1).toISOString();
    expect(after(state, begin, justBefore)).toEqual(state);
    const deletion = { begunAt: due, retentionYears: 7, finishedAt: null };
    expect(after(state, begin, due)).toEqual({ ...state, deletion });
  });

  it('counts the years it is given', () => {
    const state = aClosedEvent('2026-06-01');
    expect(after(state, { ...begin, retentionYears: 1 }, '2027-06-03')).not.toEqual(state);
    expect(after(state, { ...begin, retentionYears: 2 }, '2027-06-03')).toEqual(state);
  });

  it.each([
    ['held', aHeldEvent('2016-06-01')],
    ['open', anOpenEvent()],
    ['published', aPublishedEvent()],
    ['being deleted', aDeletedByRule('2016-06-01')],
  ])('leaves alone what is %s', (_what, state) => {
    expect(after(state, begin)).toEqual(state);
  });

  it('says until when the data are kept, as long as they are', () => {
    const until = (state: CertificationEvent) => keptUntil(state, 7, 'America/Denver');
    expect(until(aClosedEvent('2026-06-02T05:59:00Z'))).toBe('2033-06-01');
    expect(until(aHeldEvent('2026-06-02T06:00:00Z'))).toBe('2033-06-02');
    expect([aPublishedEvent(), aDeletedByRule('2016-06-01')].map(until)).toEqual([null, null]);
  });

  it('finishes once, and only what it has begun', () => {
    const finished = after(aDeletedByRule('2016-06-01'), finish);
    expect(finished).toEqual(aDeletedByRule('2016-06-01', '2026-06-10'));
    expect(after(finished, finish, '2026-06-11')).toEqual(finished);
    for (const state of [aClosedEvent('2016-06-01'), aPublishedEvent()]) expect(after(state, finish)).toEqual(state);
  });

  it('takes the data away from its beginning on', () => {
    expect(dataStay(aClosedEvent('2016-06-01'))).toBeNull();
    expect(dataStay(aPublishedEvent())).toBeNull();
    const gone = { code: 'DATA_DELETED', facts: { deletedAt: moment('2026-05-05') } };
    expect(dataStay(aDeletedByRule('2016-06-01'))).toEqual(gone);
  });

  it('has nothing to do with what is not closed: that would be a fault', () => {
    for (const type of ['DeletionBegun', 'DeletionFinished'] as const)
      expect(() =>
        evolveCertificationEvent(aPublishedEvent(), { type, at: moment('2026-05-05'), retentionYears: 7 }),
      ).toThrow(type);
    const finished = { type: 'DeletionFinished', at: moment('2026-05-05') } as const;
    expect(() => evolveCertificationEvent(aClosedEvent('2026-06-01'), finished)).toThrow('DeletionFinished');
  });
});
