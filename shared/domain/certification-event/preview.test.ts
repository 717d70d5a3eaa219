import { describe, expect, it } from 'vitest';
import { aBody, aDefinition, anOutline, aPublishedBody } from '../../../test/builders/certification-event.ts';
import { bearCreek, grandBend } from '../../../test/builders/people.ts';
import { knownReferences } from '../../../test/builders/rule-library.ts';
import { moment } from '../../../test/builders/time.ts';
import { organizationId } from '../../kernel/ids.ts';
import { groupsChanged } from './freeze.ts';
import { definitionChanges, ruleChanges, selectionChanges } from './preview.ts';
import { snapshotTimes } from './timers.ts';

const elkRidge = organizationId('255907');

describe('The preview of a publication', () => {
  it('lists the fields that change, not the rule versions that are pinned', () => {
    const published = { outline: anOutline(), body: aPublishedBody() };
    const draft = aDefinition({ name: 'Tardiness' }, { description: 'Late arrivals' });
    expect(definitionChanges(published, draft)).toEqual([
      { field: 'name', before: 'Student Tardiness', after: 'Tardiness' },
      { field: 'description', before: null, after: 'Late arrivals' },
    ]);
  });

  it('lists the rules that validate when one of them is another, or in another version', () => {
    const [group] = aPublishedBody().pinnedGroups;
    if (group === undefined) throw new Error('the body pins a group');
    const renamed = aPublishedBody({ pinnedGroups: [{ ...group, name: 'Late', groupVersion: 2 }] });
    expect(ruleChanges(aPublishedBody(), renamed)).toEqual([]);
    const rules = group.rules.map((rule) => ({ ...rule, ruleVersion: 2 }));
    const newer = aPublishedBody({ pinnedGroups: [{ ...group, rules }] });
    const pinned = { groupId: 'grp_tardiness', ruleId: 'rul_tardy', severityOverride: null };
    expect(ruleChanges(aPublishedBody(), newer)).toEqual([
      { field: 'rules', before: [{ ...pinned, ruleVersion: 1 }], after: [{ ...pinned, ruleVersion: 2 }] },
    ]);
  });

  it('tells who comes in and who goes out', () => {
    const changes = selectionChanges({
      body: aBody(),
      references: knownReferences(),
      selected: [grandBend, elkRidge].map((organizationId) => ({ organizationId, ofLevel: true })),
      standings: [bearCreek, elkRidge].map((organizationId) => ({
        organizationId,
        worked: false,
        certified: false,
        everCertified: false,
        finished: false,
      })),
      publishedBody: aPublishedBody(),
    });
    expect(changes).toEqual({ added: [grandBend], removed: [bearCreek] });
  });
});

describe('Groups have changed between two revisions', () => {
  it('when rules, their versions or the required datasets differ, not when a group was only renamed', () => {
    const [group] = aPublishedBody().pinnedGroups;
    if (group === undefined) throw new Error('the body pins a group');
    const renamed = aPublishedBody({ pinnedGroups: [{ ...group, name: 'Late', groupVersion: 2 }] });
    const newer = aPublishedBody({
      pinnedGroups: [{ ...group, rules: group.rules.map((rule) => ({ ...rule, ruleVersion: 2 })) }],
    });
    expect(groupsChanged(aPublishedBody(), renamed)).toBe(false);
    expect(groupsChanged(aPublishedBody(), newer)).toBe(true);
    expect(groupsChanged(aPublishedBody(), aPublishedBody({ requiredDatasets: ['students'] }))).toBe(true);
  });
});

describe('The timed work of a revision', () => {
  it.each([
    ['NONE', null, null],
    ['ON_CERT_START', null, moment('2026-05-11')],
    ['FULL', moment('2026-05-04T06:00:00Z'), null],
  ] as const)('under method %s', (snapshotMethod, full, cleanup) => {
    expect(snapshotTimes(anOutline({ snapshotMethod }), 'America/Denver')).toEqual({
      FULL_SNAPSHOT: full,
      CLEANUP_SNAPSHOT: cleanup,
    });
  });

  it('takes the full snapshot when the state says so', () => {
    const outline = anOutline({ snapshotMethod: 'FULL', fullSnapshotAt: moment('2026-05-02') });
    expect(snapshotTimes(outline, 'America/Denver').FULL_SNAPSHOT).toBe(moment('2026-05-02'));
  });
});
