import { describe, expect, it } from 'vitest';
import {
  aBody,
  anEmptyOutline,
  anOpenEvent,
  anOutline,
  aPublishedBody,
  aPublishedEvent,
  tardiness,
} from '../../../test/builders/certification-event.ts';
import { anAgency, aStateUser, bearCreek, grandBend, person } from '../../../test/builders/people.ts';
import { aCategory, aGroup, aRuleVersion, knownReferences } from '../../../test/builders/rule-library.ts';
import { day, moment } from '../../../test/builders/time.ts';
import { categoryId, ruleId } from '../../kernel/ids.ts';
import type { PublishFacts, Standing } from './commands.ts';
import { decidePublish, type Publish, publishRefusals } from './decide-publish.ts';
import type { CertificationEvent, Outline } from './state.ts';

const facts = (changes: Partial<PublishFacts> = {}): PublishFacts => ({
  body: aBody(),
  references: knownReferences(),
  selected: [{ organizationId: bearCreek, ofLevel: true }],
  standings: [],
  publishedBody: null,
  ...changes,
});

const command = (changes: Partial<PublishFacts> = {}, options: Partial<Publish> = {}): Publish => ({
  type: 'publishCertificationEvent',
  confirm: false,
  requireRecertification: false,
  withdrawals: [],
  bodyId: 'bdy_frozen',
  facts: facts(changes),
  ...options,
});

const context = { actor: person(aStateUser('sam')), now: moment('2026-04-10'), agency: anAgency() };

const decide = (state: CertificationEvent, asked: Publish = command()) => decidePublish(state, asked, context);

const refused = (state: CertificationEvent, asked?: Publish) => {
  const decided = decide(state, asked);
  return decided.ok ? null : decided.failure.code;
};

const open = (outline: Partial<Outline> = {}) => anOpenEvent(outline);

describe('Publishing is refused', () => {
  it('tells the reasons in one fixed order, and the preview tells all of them', () => {
    const empty: CertificationEvent = { ...open(), draft: { outline: anEmptyOutline(), bodyId: 'bdy_draft' } };
    const nothing = command({
      body: aBody({ dataLinks: [] }),
      selected: [],
      references: knownReferences({ category: null }),
    });
    expect(publishRefusals(empty, nothing, context).map(({ code }) => code)).toEqual([
      'NO_PARTICIPANTS',
      'NO_DATA_LINK',
      'DATES_MISSING',
      'CATEGORY_MISSING',
      'LEVEL_MISMATCH',
      'SNAPSHOT_METHOD_MISSING',
    ]);
    expect(refused(empty, nothing)).toBe('NO_PARTICIPANTS');
  });

  it('when the end date is over in the agency’s zone', () => {
    expect(
      refused(open({ startDate: day('2026-04-01'), certificationOpensDate: null, endDate: day('2026-04-09') })),
    ).toBe('END_IN_PAST');
    const today = { startDate: day('2026-04-01'), certificationOpensDate: null, endDate: day('2026-04-10') };
    expect(refused(open({ ...today, snapshotMethod: 'NONE' }))).toBeNull();
  });

  it('when the category is inactive or not published to districts', () => {
    const withCategory = (changes: object) =>
      command({ references: knownReferences({ category: aCategory(changes) }) });
    expect(refused(open(), withCategory({ active: false }))).toBe('CATEGORY_INACTIVE');
    expect(refused(open(), withCategory({ published: false }))).toBe('CATEGORY_NOT_PUBLISHED');
  });

  it('when category, group or a participant is of another level, saying which', () => {
    const school = command({ references: knownReferences({ category: aCategory({ level: 'SCHOOL' }) }) });
    const group = command({
      references: knownReferences({}, { group: aGroup({ level: 'SCHOOL' }), rules: [aRuleVersion()] }),
    });
    const participant = command({ selected: [{ organizationId: grandBend, ofLevel: false }] });
    expect([school, group, participant].map((asked) => refused(open(), asked))).toEqual(
      Array(3).fill('LEVEL_MISMATCH'),
    );
    const told = { level: 'DISTRICT', categoryLevel: 'DISTRICT', groupIds: [], organizationIds: [] };
    const why = (asked: Publish) => publishRefusals(open(), asked, context)[0]?.facts;
    expect(why(participant)).toEqual({ ...told, organizationIds: [grandBend] });
    expect(why(group)).toEqual({ ...told, groupIds: ['grp_tardiness'] });
    expect(why(school)).toEqual({ ...told, categoryLevel: 'SCHOOL' });
    const many = Array.from({ length: 21 }, () => ({ organizationId: grandBend, ofLevel: false }));
    expect(why(command({ selected: many }))?.['organizationIds']).toHaveLength(20);
  });

  it('when a linked group is inactive, gone, or holds a forbidden rule', () => {
    const inactive = knownReferences({}, { group: aGroup({ active: false }), rules: [aRuleVersion()] });
    const gone = knownReferences({ groups: new Map() });
    const forbidden = knownReferences({}, { group: aGroup(), rules: [aRuleVersion({ adHocFilter: true })] });
    expect(refused(open(), command({ references: inactive }))).toBe('GROUP_INACTIVE');
    expect(refused(open(), command({ references: gone }))).toBe('GROUP_INACTIVE');
    const why = { code: 'RULE_FORBIDDEN', facts: { groupIds: ['grp_tardiness'] } };
    expect(publishRefusals(open(), command({ references: forbidden }), context)).toEqual([why]);
  });

  it('when certification start needs a time for missing snapshots and has none that fits', () => {
    expect(refused(open({ missingSnapshotAt: null }))).toBe('SNAPSHOT_TIME_INVALID');
    expect(refused(open({ missingSnapshotAt: moment('2026-05-20') }))).toBe('SNAPSHOT_TIME_INVALID');
    expect(refused(open({ snapshotMethod: 'FULL', fullSnapshotAt: moment('2026-05-20') }))).toBe(
      'SNAPSHOT_TIME_INVALID',
    );
  });

  it('when a published one has no changes', () => {
    expect(refused(aPublishedEvent())).toBe('NO_CHANGES');
  });
});

describe('Publishing', () => {
  it('freezes the definition with the rule versions it validates with', () => {
    const references = knownReferences(
      {},
      { group: aGroup({ groupVersion: 4 }), rules: [aRuleVersion({ ruleVersion: 7 })] },
    );
    const decided = decide(open({ certificationOpensDate: null }), command({ references }));
    const rules = [{ ruleId: ruleId('rul_tardy'), ruleVersion: 7, severityOverride: null }];
    expect(decided).toEqual({
      ok: true,
      value: [
        {
          type: 'PublicationBegun',
          publishing: {
            revision: 1,
            attempt: 1,
            bodyId: 'bdy_frozen',
            startedAt: context.now,
            startedBy: 'sam',
            participantCount: 1,
            requireRecertification: false,
            withdrawals: [],
            problem: null,
            outline: anOutline({ certificationOpensDate: day('2026-05-01') }),
          },
          body: aBody({ pinnedGroups: [{ groupId: tardiness, groupVersion: 4, name: 'Tardiness', rules }] }),
        },
      ],
    });
  });

  it('pins each rule as seriously as its group takes it', () => {
    const late = aRuleVersion({ id: ruleId('rul_late') });
    const entries = [
      { ruleId: ruleId('rul_tardy'), ruleVersion: null, severityOverride: null, enabled: true },
      { ruleId: late.id, ruleVersion: null, severityOverride: 'FATAL', enabled: true },
    ] as const;
    const references = knownReferences({}, { group: aGroup({ rules: entries }), rules: [aRuleVersion(), late] });
    const decided = decide(open(), command({ references }));
    const pinned = decided.ok ? decided.value[0]?.body.pinnedGroups[0]?.rules : undefined;
    expect(pinned?.map(({ severityOverride }) => severityOverride)).toEqual([null, 'FATAL']);
  });

  it('needs no snapshot time under methods NONE and FULL, and no group beside an external address', () => {
    const link = { type: 'EXTERNAL_URL', label: 'Manual', url: 'https://example.org' } as const;
    const asked = command({ body: aBody({ dataLinks: [link] }) });
    expect(refused(open({ snapshotMethod: 'NONE', missingSnapshotAt: null }), asked)).toBeNull();
    const decided = decide(open({ snapshotMethod: 'FULL', missingSnapshotAt: null }), asked);
    expect(decided.ok && decided.value[0]?.body.pinnedGroups).toEqual([]);
  });
});

describe('Publishing changes', () => {
  const changed = (outline: Partial<Outline> = {}) =>
    aPublishedEvent({}, { draft: { outline: { ...anOpenEvent().draft.outline, ...outline }, bodyId: 'bdy_draft' } });
  const standing = (changes: Partial<Standing> = {}, organizationId = bearCreek): Standing => ({
    organizationId,
    worked: false,
    certified: false,
    finished: false,
    everCertified: changes.certified ?? false,
    ...changes,
  });
  const certified = standing({ worked: true, certified: true, finished: true });
  const again = (changes: Partial<PublishFacts> = {}, options: Partial<Publish> = {}) =>
    command({ publishedBody: aPublishedBody(), standings: [standing()], ...changes }, options);

  it('is the next revision, while participants still see the present one', () => {
    const decided = decide(changed({ name: 'Tardiness' }), again());
    expect(decided.ok && decided.value[0]?.publishing).toMatchObject({ revision: 2, outline: { name: 'Tardiness' } });
  });

  it('cannot move to another category, or the opening, once somebody has certified', () => {
    const asked = again({ standings: [certified] });
    const elsewhere = changed({ categoryId: categoryId('cat_discipline') });
    expect(refused(elsewhere, asked)).toBe('CATEGORY_FIXED');
    expect(refused(changed({ certificationOpensDate: day('2026-05-03') }), asked)).toBe('DATES_INVALID');
    expect(refused(changed({ name: 'Tardiness' }), asked)).toBeNull();
  });

  it('remembers a certification that was sent back: category and opening stay, and leaving it out needs a reason', () => {
    const sentBack = standing({ everCertified: true }, grandBend);
    const asked = again({ standings: [standing(), sentBack] }, { confirm: true });
    expect(refused(changed({ categoryId: categoryId('cat_discipline') }), asked)).toBe('CATEGORY_FIXED');
    expect(refused(changed({ certificationOpensDate: day('2026-05-03') }), asked)).toBe('DATES_INVALID');
    expect(refused(changed(), asked)).toBe('REASON_REQUIRED');
  });

  it('leaves an end date alone that is over by now, and moves it into the past only where it is confirmed', () => {
    const late = { ...context, now: moment('2026-05-25') };
    const code = (state: CertificationEvent, asked: Publish) => {
      const decided = decidePublish(state, asked, late);
      return decided.ok ? null : decided.failure.code;
    };
    expect(code(changed({ name: 'Tardiness' }), again())).toBeNull();
    const earlier = changed({ endDate: day('2026-05-17') });
    expect(code(earlier, again())).toBe('END_IN_PAST');
    expect(code(earlier, again({}, { confirm: true }))).toBeNull();
    expect(code(earlier, again({ standings: [certified] }))).toBeNull();
    const repeat = again({ standings: [certified] }, { confirm: true, requireRecertification: true });
    expect(code(changed({ name: 'Tardiness' }), repeat)).toBe('END_IN_PAST');
  });

  it('moves the start to today or later, and to some day', () => {
    expect(refused(changed({ startDate: day('2026-04-10') }), again())).toBeNull();
    expect(refused(changed({ startDate: null }), again())).toBe('DATES_MISSING');
  });

  it('opens today or later, by the start where no day was chosen', () => {
    const start = day('2026-04-10');
    expect(refused(changed({ startDate: start, certificationOpensDate: start }), again())).toBeNull();
    expect(refused(changed({ startDate: start, certificationOpensDate: null }), again())).toBeNull();
    const asked = again({ standings: [certified] });
    expect(refused(changed({ startDate: start, certificationOpensDate: null }), asked)).toBe('DATES_INVALID');
  });

  it('tells whom it takes out without saying why', () => {
    const standings = [standing(), standing({ everCertified: true }, grandBend)];
    const decided = decide(changed(), again({ standings }, { confirm: true }));
    const organizationIds = [grandBend];
    expect(decided).toEqual({ ok: false, failure: { code: 'REASON_REQUIRED', facts: { organizationIds } } });
  });

  it('moves the start to future days only', () => {
    expect(refused(changed({ startDate: day('2026-04-09') }), again())).toBe('DATES_INVALID');
    expect(refused(changed({ startDate: day('2026-04-20') }), again())).toBeNull();
  });

  it('moves the opening to future days only', () => {
    const past = { startDate: day('2026-04-01'), certificationOpensDate: day('2026-04-09') };
    expect(refused(changed(past), again())).toBe('DATES_INVALID');
    expect(refused(changed({ certificationOpensDate: day('2026-05-03') }), again())).toBeNull();
  });

  it('takes out a participant that has certified only with a reason', () => {
    const standings = [standing(), standing({ worked: true, certified: true }, grandBend)];
    const asked = again({ standings }, { confirm: true });
    expect(refused(changed(), asked)).toBe('REASON_REQUIRED');
    const explained = { ...asked, withdrawals: [{ organizationId: grandBend, reason: 'merged' }] };
    expect(refused(changed(), explained)).toBeNull();
    const blank = { ...asked, withdrawals: [{ organizationId: grandBend, reason: ' ' }] };
    expect(refused(changed(), blank)).toBe('REASON_REQUIRED');
  });

  it('refuses to withdraw somebody who stays', () => {
    const asked = again({}, { withdrawals: [{ organizationId: bearCreek, reason: 'merged' }] });
    const decided = decide(changed(), asked);
    expect(decided.ok ? null : decided.failure).toEqual({ code: 'REFERENCE_UNKNOWN', pointer: '/withdrawals/0' });
  });

  it.each([
    [
      'steps must be run again',
      { standings: [standing({ worked: true })], publishedBody: aBody() },
      {},
      { stepsToRunAgain: 1 },
    ],
    [
      'certifications must be repeated',
      { standings: [certified] },
      { requireRecertification: true },
      { certificationsToRepeat: 1 },
    ],
    [
      'a participant at work is left out',
      { standings: [standing(), standing({ worked: true }, grandBend)] },
      {},
      { participantsRemoved: 1 },
    ],
  ])('wants a confirmation when %s', (_what, changes, options, undone) => {
    const asked = again(changes, options);
    const decided = decide(changed(), asked);
    expect(decided.ok ? null : decided.failure).toEqual({ code: 'CONFIRMATION_REQUIRED', facts: undone });
    expect(refused(changed(), { ...asked, confirm: true })).toBeNull();
  });

  it('wants none for what disturbs nobody', () => {
    const asked = again({ standings: [standing({ worked: true }), certified] }, { requireRecertification: false });
    expect(refused(changed({ endDate: day('2026-05-25') }), asked)).toBeNull();
  });
});
