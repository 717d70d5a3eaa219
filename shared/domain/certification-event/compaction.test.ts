import { describe, expect, it } from 'vitest';
import {
  aClosedEvent,
  aDeletedByRule,
  aHeldEvent,
  anOpenEvent,
  aPublishedEvent,
} from '../../../test/builders/certification-event.ts';
import { anAgency, system } from '../../../test/builders/people.ts';
import { moment } from '../../../test/builders/time.ts';
import type { CertificationEventCommand } from './commands.ts';
import { decideCertificationEvent } from './decide.ts';
import { isToCompact } from './decide-compaction.ts';
import { evolveCertificationEvent } from './evolve.ts';
import type { CertificationEvent } from './state.ts';

const manifest = { key: 'compacted/evt_1/0.json', bytes: 200, sha256: '0'.repeat(64) };
const written = { manifest, objects: 2, rows: 7, bytes: 900 };
const record = { type: 'recordCompaction', written } as const;
const finish = { type: 'finishCompaction' } as const;

const after = (state: CertificationEvent, command: CertificationEventCommand, now: string): CertificationEvent => {
  const decided = decideCertificationEvent(state, command, { actor: system, now: moment(now), agency: anAgency() });
  if (!decided.ok) throw new Error(decided.failure.code);
  return decided.value.reduce<CertificationEvent>(evolveCertificationEvent, state);
};

const closed = aClosedEvent('2026-06-01');
const recorded = after(closed, record, '2026-06-02');
const finished = after(recorded, finish, '2026-06-03');

describe('Compaction', () => {
  it('is recorded with what was written, and finished when the lists name it', () => {
    const compaction = { ...written, compactedAt: moment('2026-06-02'), publishedAt: null };
    expect(recorded).toEqual({ ...closed, compaction });
    expect(finished).toEqual({ ...closed, compaction: { ...compaction, publishedAt: moment('2026-06-03') } });
    expect([closed, recorded, finished].map(isToCompact)).toEqual([true, true, false]);
  });

  it('happens once, however often it is told', () => {
    const other = { ...record, written: { ...written, rows: 8 } };
    expect(after(recorded, other, '2026-06-04')).toEqual(recorded);
    for (const command of [other, finish]) expect(after(finished, command, '2026-06-04')).toEqual(finished);
    expect(after(closed, finish, '2026-06-04')).toEqual(closed);
  });

  it('is done under a legal hold as well, which is about what is deleted', () => {
    expect(after(aHeldEvent('2026-06-01'), record, '2026-06-02')).toMatchObject({ compaction: written });
  });

  it.each([
    ['open', anOpenEvent()],
    ['published', aPublishedEvent()],
    ['being deleted by the retention rule', aDeletedByRule('2016-06-01')],
    ['deleted by the retention rule', aDeletedByRule('2016-06-01', '2026-06-01')],
  ])('leaves alone what is %s', (_what, state) => {
    expect(isToCompact(state)).toBe(false);
    for (const command of [record, finish]) expect(after(state, command, '2026-06-10')).toEqual(state);
  });

  it('of what is not closed would be a fault', () => {
    const at = moment('2026-06-02');
    const compaction = { ...written, compactedAt: at, publishedAt: null };
    expect(() => evolveCertificationEvent(aPublishedEvent(), { type: 'DatamartCompacted', compaction })).toThrow(
      'PUBLISHED',
    );
    expect(() => evolveCertificationEvent(closed, { type: 'CompactionFinished', at })).toThrow('CompactionFinished');
  });
});
