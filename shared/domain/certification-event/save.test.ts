import { describe, expect, it } from 'vitest';
import {
  aBody,
  aDefinition,
  anEmptyOutline,
  anOpenEvent,
  anOutline,
  aPublishedEvent,
  tardiness,
} from '../../../test/builders/certification-event.ts';
import { anAgency, aStateUser, bearCreek, grandBend, person } from '../../../test/builders/people.ts';
import { aGroup, aRuleVersion, knownReferences } from '../../../test/builders/rule-library.ts';
import { day, moment } from '../../../test/builders/time.ts';
import { certificationEventId, groupId, ruleId } from '../../kernel/ids.ts';
import type { References } from './commands.ts';
import { decideCertificationEvent } from './decide.ts';
import { copyName, decideCreate } from './decide-save.ts';
import { evolveCertificationEvent } from './evolve.ts';
import type { CertificationEvent, Definition } from './state.ts';

const context = { actor: person(aStateUser('sam')), now: moment('2026-04-01'), agency: anAgency() };

const create = (definition: Definition, references: References = knownReferences()) =>
  decideCreate(
    {
      type: 'createCertificationEvent',
      id: certificationEventId('evt_1'),
      number: 96,
      definition,
      bodyId: 'bdy_new',
      references,
    },
    context,
  );

const refused = (definition: Definition, references?: References) => {
  const decided = create(definition, references);
  return decided.ok ? null : [decided.failure.code, decided.failure.pointer];
};

const replace = (state: CertificationEvent, definition: Definition = aDefinition()) =>
  decideCertificationEvent(
    state,
    { type: 'replaceCertificationEvent', definition, bodyId: 'bdy_new', references: knownReferences() },
    context,
  );

describe('Saving a certification event is refused', () => {
  it('when dates are out of order, pointing at the one that does not fit', () => {
    expect(refused(aDefinition({ startDate: day('2026-05-05') }))).toEqual([
      'DATES_INVALID',
      '/certificationOpensDate',
    ]);
    expect(refused(aDefinition({ endDate: day('2026-05-03') }))).toEqual(['DATES_INVALID', '/endDate']);
    const oneDay = { startDate: day('2026-05-04'), endDate: day('2026-05-04'), missingSnapshotAt: null };
    expect(refused(aDefinition(oneDay))).toBeNull();
    const noOpening = { certificationOpensDate: null, startDate: day('2026-05-19') };
    expect(refused(aDefinition(noOpening))).toEqual(['DATES_INVALID', '/endDate']);
  });

  it.each([
    ['at the opening', '2026-05-04T06:00:00Z'],
    ['after the last day', '2026-05-19T06:00:00Z'],
  ])('when the missing snapshot time lies %s', (_where, at) => {
    const definition = aDefinition({ missingSnapshotAt: moment(at) });
    expect(refused(definition)).toEqual(['SNAPSHOT_TIME_INVALID', '/missingSnapshotAt']);
  });

  it('when the full snapshot lies before the start or after the end', () => {
    const full = (at: string) =>
      aDefinition({ snapshotMethod: 'FULL', missingSnapshotAt: null, fullSnapshotAt: moment(at) });
    expect(refused(full('2026-04-30'))).toEqual(['SNAPSHOT_TIME_INVALID', '/fullSnapshotAt']);
    expect(refused(full('2026-05-19'))).toEqual(['SNAPSHOT_TIME_INVALID', '/fullSnapshotAt']);
    expect(refused(full('2026-05-02'))).toBeNull();
  });

  it('when something named does not exist', () => {
    const nothing: References = { category: null, groups: new Map(), unknownOrganizations: [], unknownDatasets: [] };
    expect(refused(aDefinition(), nothing)).toEqual(['REFERENCE_UNKNOWN', '/categoryId']);
    const groupless = { ...nothing, category: knownReferences().category };
    expect(refused(aDefinition(), groupless)).toEqual(['REFERENCE_UNKNOWN', '/dataLinks/0/groupId']);
    const pair = aDefinition({}, { participants: [bearCreek, grandBend] });
    const missing = knownReferences({ unknownOrganizations: [grandBend] });
    expect(refused(pair, missing)).toEqual(['REFERENCE_UNKNOWN', '/participants/1']);
    const datasets = aDefinition({}, { requiredDatasets: ['students', 'aliens'] });
    const known = knownReferences({ unknownDatasets: ['aliens'] });
    expect(refused(datasets, known)).toEqual(['REFERENCE_UNKNOWN', '/requiredDatasets/1']);
  });

  it.each([
    ['an ad hoc filter', { adHocFilter: true }],
    ['a calendar parameter', { parameters: [{ name: 'calendar', type: 'CALENDAR', default: null } as const] }],
  ])('when a linked group holds a rule with %s', (_what, rule) => {
    const references = knownReferences({}, { group: aGroup(), rules: [aRuleVersion(rule)] });
    expect(refused(aDefinition(), references)).toEqual(['RULE_FORBIDDEN', '/dataLinks/0/groupId']);
  });

  it('when a linked group has made a rule Fatal that has become a listing', () => {
    const entry = { ruleId: ruleId('rul_tardy'), ruleVersion: null, severityOverride: 'FATAL', enabled: true } as const;
    const group = aGroup({ rules: [entry] });
    const references = knownReferences({}, { group, rules: [aRuleVersion({ kind: 'LISTING', severity: 'INFO' })] });
    expect(refused(aDefinition(), references)).toEqual(['RULE_FORBIDDEN', '/dataLinks/0/groupId']);
  });

  it('when a linked address is not one that people may be sent to', () => {
    const link = { type: 'EXTERNAL_URL', label: 'Manual', url: 'http://example.org' } as const;
    const definition = aDefinition({}, { dataLinks: [{ type: 'VALIDATION_GROUP', groupId: tardiness }, link] });
    expect(refused(definition)).toEqual(['URL_INVALID', '/dataLinks/1/url']);
  });
});

describe('Saving a certification event', () => {
  it('needs a name and a reporting year only', () => {
    const empty = { outline: anEmptyOutline(), body: aBody({ dataLinks: [], participants: [] }) };
    expect(create(empty)).toMatchObject({ ok: true, value: [{ type: 'CertificationEventCreated' }] });
  });

  it('may name everybody as participants, and a category or groups that do not agree yet', () => {
    const everyone = aDefinition({ level: 'SCHOOL' }, { participants: { all: true } });
    const inactive = knownReferences({}, { group: aGroup({ active: false }), rules: [aRuleVersion()] });
    expect(refused(everyone, inactive)).toBeNull();
  });

  it('does not judge a snapshot time that the method does not use', () => {
    const early = moment('2026-01-01');
    expect(
      refused(aDefinition({ snapshotMethod: 'NONE', missingSnapshotAt: early, fullSnapshotAt: early })),
    ).toBeNull();
    expect(refused(aDefinition({ snapshotMethod: 'FULL', missingSnapshotAt: early }))).toBeNull();
    expect(refused(aDefinition({ fullSnapshotAt: early }))).toBeNull();
  });

  it('judges a snapshot time only by the dates that are given', () => {
    const dateless = { startDate: null, certificationOpensDate: null, endDate: null };
    expect(refused(aDefinition(dateless))).toBeNull();
    const full = { ...dateless, snapshotMethod: 'FULL', fullSnapshotAt: moment('2026-01-01') } as const;
    expect(refused(aDefinition(full))).toBeNull();
  });

  it('records who made it, and that nobody else sees it', () => {
    const decided = create(aDefinition());
    const certificationEvent = {
      id: 'evt_1',
      number: 96,
      createdBy: 'sam',
      createdAt: context.now,
      copiedFrom: null,
      status: 'OPEN',
      draft: { outline: aDefinition().outline, bodyId: 'bdy_new' },
    };
    const { body } = aDefinition();
    expect(decided).toEqual({ ok: true, value: [{ type: 'CertificationEventCreated', certificationEvent, body }] });
  });
});

describe('Changing a certification event', () => {
  it('replaces the draft of an open one', () => {
    const decided = replace(anOpenEvent(), aDefinition({ name: 'Tardiness' }));
    expect(decided.ok && decided.value.reduce(evolveCertificationEvent, anOpenEvent())).toMatchObject({
      status: 'OPEN',
      draft: { outline: { name: 'Tardiness' }, bodyId: 'bdy_new' },
    });
  });

  it('makes unpublished changes of a published one and leaves what districts see', () => {
    const decided = replace(aPublishedEvent(), aDefinition({ name: 'Tardiness' }));
    expect(
      decided.ok && decided.value.reduce<CertificationEvent>(evolveCertificationEvent, aPublishedEvent()),
    ).toMatchObject({
      status: 'PUBLISHED',
      published: { outline: { name: 'Student Tardiness' } },
      draft: { outline: { name: 'Tardiness' } },
    });
  });

  it('never changes level or reporting year of a published one', () => {
    const codes = [{ level: 'SCHOOL' as const }, { reportingYear: 2027 }].map((changes) => {
      const decided = replace(aPublishedEvent(), aDefinition(changes));
      return decided.ok ? null : [decided.failure.code, decided.failure.pointer];
    });
    expect(codes).toEqual([
      ['LEVEL_FIXED', '/level'],
      ['REPORTING_YEAR_FIXED', '/reportingYear'],
    ]);
  });
});

describe('Copying a certification event', () => {
  it('names the copy, and numbers it where that name is taken', () => {
    expect(copyName('Tardiness', [])).toBe('Tardiness-COPY');
    expect(copyName('Tardiness', ['Tardiness-COPY'])).toBe('Tardiness-COPY-2');
    expect(copyName('Tardiness', ['Tardiness-COPY', 'Tardiness-COPY-2'])).toBe('Tardiness-COPY-3');
  });

  it('takes over everything but dates and what has happened', () => {
    const pinned = { groupId: groupId('grp_1'), groupVersion: 1, name: 'One', rules: [] };
    const decided = decideCertificationEvent(
      aPublishedEvent(),
      {
        type: 'copyCertificationEvent',
        id: certificationEventId('evt_2'),
        number: 97,
        definition: {
          outline: anOutline({ fullSnapshotAt: moment('2026-05-02') }),
          body: aBody({ pinnedGroups: [pinned] }),
        },
        bodyId: 'bdy_copy',
        takenNames: ['Student Tardiness-COPY'],
      },
      context,
    );
    const undated = anOutline({ name: 'Student Tardiness-COPY-2', missingSnapshotAt: null });
    const certificationEvent = {
      id: 'evt_2',
      number: 97,
      createdBy: 'sam',
      createdAt: context.now,
      copiedFrom: 'evt_1',
      status: 'OPEN',
      draft: {
        outline: { ...undated, startDate: null, certificationOpensDate: null, endDate: null },
        bodyId: 'bdy_copy',
      },
    };
    const copied = { type: 'CertificationEventCreated', certificationEvent, body: aBody() };
    expect(decided).toEqual({ ok: true, value: [copied] });
  });
});
