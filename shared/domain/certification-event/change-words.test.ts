import { describe, expect, it } from 'vitest';
import { anOutline, aPublishedBody, tardiness } from '../../../test/builders/certification-event.ts';
import { grandBend } from '../../../test/builders/people.ts';
import { day, moment } from '../../../test/builders/time.ts';
import { categoryId, ruleId } from '../../kernel/ids.ts';
import { changesOf, changeWords } from './change-words.ts';
import type { Body, CompleteOutline, DataLink } from './state.ts';

const revision = (outline: Partial<CompleteOutline> = {}, body: Partial<Body> = {}) => ({
  outline: anOutline(outline),
  body: aPublishedBody(body),
});

const changed = (outline: Partial<CompleteOutline>, body: Partial<Body> = {}) =>
  changesOf(revision(), revision(outline, body))?.facts;

const group: DataLink = { type: 'VALIDATION_GROUP', groupId: tardiness };
const link = (url: string, label = 'Manual'): DataLink => ({ type: 'EXTERNAL_URL', label, url });

describe('What a newer revision changes for those who work on it', () => {
  it.each([
    [{ startDate: day('2026-05-02') }, { changed: 'startDate', startDate: '2026-05-02' }],
    [
      { certificationOpensDate: day('2026-05-05') },
      { changed: 'certificationOpensDate', certificationOpensDate: '2026-05-05' },
    ],
    [{ endDate: day('2026-05-20') }, { changed: 'endDate', endDate: '2026-05-20' }],
    [{ active: false }, { changed: 'paused' }],
    [{ categoryId: categoryId('cat_discipline') }, { changed: 'categoryId' }],
    [{ snapshotMethod: 'FULL' }, { changed: 'snapshotMethod' }],
    [{ missingSnapshotAt: moment('2026-05-12') }, { changed: 'missingSnapshotAt' }],
    [{ fullSnapshotAt: moment('2026-05-02') }, { changed: 'fullSnapshotAt' }],
    [{ allowDistrictRetake: false }, { changed: 'allowDistrictRetake' }],
  ] as const)('is %o, told as %o', (outline, facts) => {
    expect(changed(outline)).toEqual(facts);
  });

  it('is nothing by its name, its description or who takes part', () => {
    expect(changesOf(revision(), revision())).toBeNull();
    const renamed = revision({ name: 'Tardiness' }, { description: 'Who was late', participants: [grandBend] });
    expect(changesOf(revision(), renamed)).toBeNull();
  });

  it('is that it goes on, when it was paused', () => {
    expect(changesOf(revision({ active: false }), revision())?.facts).toEqual({ changed: 'resumed' });
  });

  it('is its groups when other versions of their rules validate, and its data when others are required', () => {
    const [pinned] = aPublishedBody().pinnedGroups;
    if (pinned === undefined) throw new Error('the body pins a group');
    const newer = { ...pinned, rules: [{ ruleId: ruleId('rul_tardy'), ruleVersion: 2, severityOverride: null }] };
    expect(changed({}, { pinnedGroups: [newer] })).toEqual({ changed: 'groups' });
    expect(changed({}, { requiredDatasets: ['students'] })).toEqual({ changed: 'requiredDatasets' });
  });

  it('is its links by where they lead, not by their labels or their order', () => {
    const [manual, help] = [link('https://example.org/manual'), link('https://example.org/help')];
    const former = revision({}, { dataLinks: [group, manual, help] });
    const present = (...dataLinks: readonly DataLink[]) => changesOf(former, revision({}, { dataLinks }));
    expect(present(link('https://example.org/help', 'Help'), group, manual)).toBeNull();
    expect(present(group, manual)?.facts).toEqual({ changed: 'links' });
    expect(present(group, manual, link('https://example.org/faq'))?.facts).toEqual({ changed: 'links' });
  });

  it('may be nothing but the end date', () => {
    const only = (outline: Partial<CompleteOutline>) => changesOf(revision(), revision(outline))?.onlyEndDate;
    expect(only({ endDate: day('2026-05-20'), name: 'Tardiness' })).toBe(true);
    expect(only({ endDate: day('2026-05-20'), active: false })).toBe(false);
    expect(only({ startDate: day('2026-05-02') })).toBe(false);
  });

  it('is told as codes in one order', () => {
    const outline = { active: false, endDate: day('2026-05-20'), startDate: day('2026-05-02') };
    expect(
      changed(outline, { dataLinks: [group, link('https://example.org')], requiredDatasets: ['students'] }),
    ).toEqual({
      changed: 'startDate endDate paused requiredDatasets links',
      startDate: '2026-05-02',
      endDate: '2026-05-20',
    });
  });
});

describe('The words for it', () => {
  it('name one change, two, or more, in one order', () => {
    expect(changeWords({ changed: 'links' })).toBe('the links');
    expect(changeWords({ changed: 'links resumed' })).toBe('its state (it goes on) and the links');
    expect(changeWords({ changed: 'groups requiredDatasets categoryId snapshotMethod' })).toBe(
      'the category, the snapshot method, the required data, and the validation groups',
    );
    expect(changeWords({ changed: 'allowDistrictRetake fullSnapshotAt missingSnapshotAt paused' })).toBe(
      'its state (it is paused), the time of missing snapshots, the time of the full snapshot, and whether you may take snapshots again',
    );
  });

  it('say where a date has moved to, if that is known', () => {
    const moved = { startDate: '2026-05-02', certificationOpensDate: '2026-05-05', endDate: '2026-05-20' };
    expect(changeWords({ changed: 'startDate certificationOpensDate endDate', ...moved })).toBe(
      'the start date (now May 2, 2026), the opening date (now May 5, 2026), and the end date (now May 20, 2026)',
    );
    expect(changeWords({ changed: 'endDate' })).toBe('the end date');
  });

  it('are none where the facts tell none', () => {
    expect(changeWords({})).toBeNull();
    expect(changeWords({ changed: 'somethingOfALaterVersion' })).toBeNull();
  });
});
