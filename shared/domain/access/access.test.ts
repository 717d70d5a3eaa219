import { describe, expect, it } from 'vitest';
import { aClosedEvent, anOpenEvent, aPublishedEvent } from '../../../test/builders/certification-event.ts';
import { aParticipant } from '../../../test/builders/participant.ts';
import {
  aCertifier,
  anApprover,
  aReviewer,
  aStateReviewer,
  aStateUser,
  aUser,
  bearCreek,
  grandBend,
  localMembership,
  person,
  stateMembership,
  system,
} from '../../../test/builders/people.ts';
import { aCategory } from '../../../test/builders/rule-library.ts';
import { moment } from '../../../test/builders/time.ts';
import { categoryId, organizationId, userId } from '../../kernel/ids.ts';
import type { Participant } from '../participant/state.ts';
import type { User } from '../user/state.ts';
import { access } from './access.ts';
import { type Operation, policy } from './policy.ts';
import type { ParticipantResource, Resource } from './resource.ts';

const school = organizationId('0588');
const other = categoryId('cat_discipline');

const ofParticipant = (changes: Partial<Participant> = {}): ParticipantResource => ({
  kind: 'PARTICIPANT',
  certificationEvent: aPublishedEvent(),
  participant: aParticipant({}, changes),
});
const ofSchool = ofParticipant({ level: 'SCHOOL', organizationId: school });
const ofEvent = (certificationEvent = aPublishedEvent()): Resource => ({
  kind: 'CERTIFICATION_EVENT',
  certificationEvent,
});

const may = (user: User, operation: Operation, resource: Resource) => access(person(user), operation, resource);

describe('A local user cannot even see', () => {
  it.each([
    ['the participant of another district', aCertifier('ana', { organizationId: grandBend })],
    [
      'a participant of a category he is not in',
      aCertifier('ana', { memberships: [localMembership('CERTIFIER', { categoryId: other })] }),
    ],
    [
      'a participant for which another district made him a member',
      aCertifier('ana', { memberships: [localMembership('CERTIFIER', { districtId: grandBend })] }),
    ],
    ['a whole district when he is bound to certain schools', aCertifier('ana', { schools: [school] })],
  ])('%s', (_what, user) => {
    for (const operation of ['getCertification', 'submitCertification', 'decide:APPROVE'] as const)
      expect(may(user, operation, ofParticipant())).toBe('NOT_FOUND');
  });

  it('a participant that a revision has left out', () => {
    expect(may(aCertifier('ana'), 'getCertification', ofParticipant({ status: 'WITHDRAWN' }))).toBe('NOT_FOUND');
  });

  it('another school than those he is a member for, or may see', () => {
    const elsewhere = [organizationId('0589')];
    const member = aCertifier('ana', { memberships: [localMembership('CERTIFIER', { schools: elsewhere })] });
    const bound = aCertifier('ana', { schools: elsewhere });
    const own = aCertifier('ana', {
      schools: [school],
      memberships: [localMembership('CERTIFIER', { schools: [school] })],
    });
    expect([member, bound, own].map((user) => may(user, 'getCertification', ofSchool))).toEqual([
      'NOT_FOUND',
      'NOT_FOUND',
      'ALLOWED',
    ]);
  });

  it('a certification event that is not published, or whose category he is not in', () => {
    const open = { ...anOpenEvent(), status: 'OPEN' } as const;
    expect(
      may(aCertifier('ana'), 'getCertificationEvent', { kind: 'CERTIFICATION_EVENT', certificationEvent: open }),
    ).toBe('NOT_FOUND');
    expect(may(aUser('nina'), 'getCertificationEvent', ofEvent())).toBe('NOT_FOUND');
    expect(may(aCertifier('ana'), 'getCertificationEvent', ofEvent())).toBe('FORBIDDEN');
  });

  it('a run of the state’s own', () => {
    const run = (step: 'state-validation' | null): Resource => ({ ...ofParticipant(), kind: 'RUN', run: { step } });
    expect(may(aCertifier('ana'), 'getRun', run(null))).toBe('NOT_FOUND');
    expect(may(aCertifier('ana'), 'getRun', run('state-validation'))).toBe('ALLOWED');
    expect(may(aReviewer('rita'), 'cancelRun', run('state-validation'))).toBe('ALLOWED');
    expect(may(anApprover('sam'), 'getRun', run('state-validation'))).toBe('ALLOWED');
    expect(may(anApprover('sam'), 'cancelRun', run('state-validation'))).toBe('FORBIDDEN');
    expect(may(aStateReviewer('sue'), 'cancelRun', run(null))).toBe('ALLOWED');
  });

  it('data of another district, or of his whole district when bound to schools', () => {
    const data = (districtId: typeof bearCreek): Resource => ({ kind: 'DISTRICT_DATA', districtId });
    expect(may(aCertifier('ana'), 'getDataStatus', data(bearCreek))).toBe('ALLOWED');
    expect(may(aCertifier('ana'), 'getDataStatus', data(grandBend))).toBe('NOT_FOUND');
    expect(may(aCertifier('ana', { schools: [school] }), 'createUpload', data(bearCreek))).toBe('NOT_FOUND');
  });

  it('organizations outside his district, or schools he is not bound to', () => {
    const ofOrganization = (id: string, districtId: typeof bearCreek | null): Resource => ({
      kind: 'ORGANIZATION',
      organizationId: organizationId(id),
      districtId,
    });
    const bound = aCertifier('ana', { schools: [school] });
    expect(may(bound, 'getOrganization', ofOrganization('255903', bearCreek))).toBe('ALLOWED');
    expect(may(bound, 'getOrganization', ofOrganization('0588', bearCreek))).toBe('ALLOWED');
    expect(may(bound, 'getOrganization', ofOrganization('0589', bearCreek))).toBe('NOT_FOUND');
    expect(may(bound, 'getOrganization', ofOrganization('255901', grandBend))).toBe('NOT_FOUND');
    expect(may(bound, 'getOrganization', ofOrganization('MT', null))).toBe('NOT_FOUND');
  });

  it('a category that the state has not published', () => {
    const reader = aUser('dora', { rights: { CERTIFICATION_CATEGORY: 'RWAD' } });
    const hidden: Resource = { kind: 'CATEGORY', category: aCategory({ published: false }) };
    expect(may(reader, 'getCategory', hidden)).toBe('NOT_FOUND');
    expect(may(reader, 'getCategory', { kind: 'CATEGORY', category: aCategory() })).toBe('ALLOWED');
    expect(may(aStateUser('sam', { rights: { EVENT_MANAGEMENT: 'R' } }), 'getCategory', hidden)).toBe('ALLOWED');
  });
});

describe('Within sight, a local user', () => {
  it('certifies with all four rights and as a certifier only', () => {
    expect(may(aCertifier('ana'), 'submitCertification', ofParticipant())).toBe('ALLOWED');
    const three = aCertifier('ana', { rights: { CERTIFICATION_EVENT: 'RWA' } });
    expect(may(three, 'submitCertification', ofParticipant())).toBe('FORBIDDEN');
    expect(may(three, 'getCertification', ofParticipant())).toBe('ALLOWED');
    expect(may(aCertifier('ana', { rights: {} }), 'getCertification', ofParticipant())).toBe('FORBIDDEN');
    expect(may(aReviewer('rita'), 'submitCertification', ofParticipant())).toBe('FORBIDDEN');
  });

  it('as a reviewer runs and completes steps, and takes no snapshot', () => {
    const outcomes = (
      ['runStep', 'completeStep', 'takeSnapshot', 'startCertification', 'requestRecertification'] as const
    ).map((operation) => may(aReviewer('rita'), operation, ofParticipant()));
    expect(outcomes).toEqual(['ALLOWED', 'ALLOWED', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  });

  it('never does what is the state’s', () => {
    const everything = aCertifier('ana', {
      rights: { EVENT_MANAGEMENT: 'RWAD', EVENT_REPORT: 'RWAD', CERTIFICATION_EVENT: 'RWAD' },
    });
    for (const operation of ['decide:APPROVE', 'overrideDueDate', 'listParticipants', 'takeSnapshots'] as const)
      expect(may(everything, operation, ofParticipant())).toBe('FORBIDDEN');
  });

  it('who manages members confirms a sending without being a member, in his own district only', () => {
    const manager = aUser('dora', { rights: { CERTIFICATION_CATEGORY: 'RWAD' } });
    expect(may(manager, 'confirmSent', ofParticipant())).toBe('ALLOWED');
    expect(may({ ...manager, organizationId: grandBend }, 'confirmSent', ofParticipant())).toBe('NOT_FOUND');
    expect(may(manager, 'getCertification', ofParticipant())).toBe('NOT_FOUND');
    expect(may(aUser('dora'), 'confirmSent', ofParticipant())).toBe('NOT_FOUND');
  });

  it('sees closed ones as before: what he may do with them is a matter of status', () => {
    const closed = { ...ofParticipant(), certificationEvent: aClosedEvent('2026-06-01') };
    expect(may(aCertifier('ana'), 'getCertification', closed)).toBe('ALLOWED');
  });
});

describe('A state user', () => {
  const withRights = (rights: string) => aStateUser('sam', { rights: { EVENT_MANAGEMENT: rights } });

  it.each([
    ['R', { getCertificationEvent: 'ALLOWED', listParticipants: 'ALLOWED', replaceCertificationEvent: 'FORBIDDEN' }],
    ['W', { getCertificationEvent: 'ALLOWED', listParticipants: 'FORBIDDEN', replaceCertificationEvent: 'ALLOWED' }],
    [
      'A',
      { createCertificationEvent: 'ALLOWED', copyCertificationEvent: 'ALLOWED', closeCertificationEvent: 'FORBIDDEN' },
    ],
    [
      'D',
      {
        closeCertificationEvent: 'ALLOWED',
        deleteCertificationEvent: 'ALLOWED',
        createCertificationEvent: 'FORBIDDEN',
      },
    ],
    ['', { getCertificationEvent: 'FORBIDDEN', listCertificationEvents: 'FORBIDDEN', getMe: 'ALLOWED' }],
  ] as const)(
    'with "%s" on Event Management may do what its letters say, without any membership',
    (rights, expected) => {
      const outcomes = Object.keys(expected).map((operation) => [
        operation,
        may(withRights(rights), toOperation(operation), ofEvent()),
      ]);
      expect(Object.fromEntries(outcomes)).toEqual(expected);
    },
  );

  it('publishes a first draft with Add, and changes of a published one with Write and Add', () => {
    const open: Resource = { kind: 'CERTIFICATION_EVENT', certificationEvent: anOpenEvent() };
    expect(may(withRights('A'), 'publishCertificationEvent', open)).toBe('ALLOWED');
    expect(may(withRights('A'), 'publishCertificationEvent', ofEvent())).toBe('FORBIDDEN');
    expect(may(withRights('WA'), 'publishCertificationEvent', ofEvent())).toBe('ALLOWED');
  });

  it('decides as an approver of the category with full rights on both tools only', () => {
    expect(may(anApprover('sam'), 'decide:APPROVE', ofParticipant())).toBe('ALLOWED');
    expect(may(aStateReviewer('sue'), 'decide:APPROVE', ofParticipant())).toBe('FORBIDDEN');
    const lacking = [
      anApprover('sam', { memberships: [] }),
      anApprover('sam', { memberships: [stateMembership('REVIEWER')] }),
      anApprover('sam', { memberships: [stateMembership('APPROVER', other)] }),
      anApprover('sam', { rights: { EVENT_MANAGEMENT: 'RWAD' } }),
      anApprover('sam', { rights: { EVENT_MANAGEMENT: 'RWA', EVENT_REPORT: 'RWAD' } }),
    ];
    for (const user of lacking) expect(may(user, 'decide:APPROVE', ofParticipant())).toBe('FORBIDDEN');
  });

  it('is asked for the category at the door of a decision too', () => {
    expect(may(anApprover('sam'), 'decide', ofEvent())).toBe('ALLOWED');
    expect(may(anApprover('sam', { memberships: [] }), 'decide', ofEvent())).toBe('FORBIDDEN');
    expect(
      may(anApprover('sam'), 'takeSnapshots', { kind: 'CERTIFICATION_EVENT', certificationEvent: anOpenEvent() }),
    ).toBe('ALLOWED');
    const { draft, ...identity } = anOpenEvent();
    const publishing = {
      ...identity,
      status: 'PUBLISHING',
      publishing: { ...aPublishedEvent().published, ...aFlow, bodyId: draft.bodyId },
    } as const;
    expect(may(anApprover('sam'), 'decide', { kind: 'CERTIFICATION_EVENT', certificationEvent: publishing })).toBe(
      'ALLOWED',
    );
    expect(may(anApprover('sam'), 'decide', { kind: 'AGENCY' })).toBe('FORBIDDEN');
    expect(may(anApprover('sam'), 'decide', { kind: 'CATEGORY', category: aCategory() })).toBe('ALLOWED');
  });

  it('sees findings and snapshots as a member of the category only', () => {
    const member = aStateReviewer('sue');
    expect(may(member, 'getSnapshot', ofParticipant())).toBe('ALLOWED');
    expect(may({ ...member, memberships: [] }, 'getSnapshot', ofParticipant())).toBe('FORBIDDEN');
  });

  it('does nothing that is a district’s', () => {
    const both = anApprover('sam', {
      rights: { EVENT_MANAGEMENT: 'RWAD', EVENT_REPORT: 'RWAD', CERTIFICATION_EVENT: 'RWAD' },
    });
    for (const operation of ['getCertification', 'submitCertification', 'runStep'] as const)
      expect(may(both, operation, ofParticipant())).toBe('FORBIDDEN');
  });

  it('finds no deleted certification event', () => {
    const { draft: _draft, ...identity } = anOpenEvent();
    const deleted = {
      ...identity,
      status: 'DELETED',
      deletedAt: moment('2026-04-02'),
      deletedBy: userId('sam'),
    } as const;
    const resource: Resource = { kind: 'CERTIFICATION_EVENT', certificationEvent: deleted };
    expect(may(withRights('RWAD'), 'getCertificationEvent', resource)).toBe('NOT_FOUND');
  });
});

describe('Access', () => {
  it('ends at once for a deactivated account with a living token', () => {
    for (const user of [aCertifier('ana', { active: false }), anApprover('sam', { active: false })])
      for (const operation of operations) expect(may(user, operation, ofParticipant())).toBe('FORBIDDEN');
  });

  it('binds people, not the parts of the system', () => {
    expect(access(system, 'decide:APPROVE', ofParticipant())).toBe('ALLOWED');
  });

  it('gives each representative person exactly this many operations on a participant of his', () => {
    const count = (user: User) =>
      operations.filter((operation) => may(user, operation, ofParticipant()) === 'ALLOWED').length;
    const counts = Object.entries({
      nobody: aUser('nina'),
      certifier: aCertifier('ana'),
      'certifier with three rights': aCertifier('ana', { rights: { CERTIFICATION_EVENT: 'RWA' } }),
      reviewer: aReviewer('rita'),
      'state approver': anApprover('sam'),
      'state reviewer': aStateReviewer('sue'),
      'state user without category': anApprover('sam', { memberships: [] }),
    }).map(([name, user]) => [name, count(user)]);
    expect(Object.fromEntries(counts)).toMatchInlineSnapshot(`
      {
        "certifier": 41,
        "certifier with three rights": 21,
        "nobody": 0,
        "reviewer": 34,
        "state approver": 53,
        "state reviewer": 40,
        "state user without category": 37,
      }
    `);
  });
});

const aFlow = {
  attempt: 1,
  startedAt: moment('2026-04-15'),
  startedBy: userId('sam'),
  requireRecertification: false,
  withdrawals: [],
  problem: null,
} as const;

const operations = Object.keys(policy).map(toOperation);

function toOperation(name: string): Operation {
  if (!isOperation(name)) throw new Error(`${name} is not in the policy`);
  return name;
}

function isOperation(name: string): name is Operation {
  return name in policy;
}
