import { describe, expect, it } from 'vitest';
import { aPublishedEvent } from '../../builders/certification-event.ts';
import { aParticipant } from '../../builders/participant.ts';
import {
  aCertifier,
  anApprover,
  aReviewer,
  aStateReviewer,
  bearCreek,
  grandBend,
  localMembership,
  person,
  stateMembership,
} from '../../builders/people.ts';
import { access } from '../../../shared/domain/access/access.ts';
import type { Operation } from '../../../shared/domain/access/policy.ts';
import type { Resource } from '../../../shared/domain/access/resource.ts';
import type { User } from '../../../shared/domain/user/state.ts';
import { categoryId } from '../../../shared/kernel/ids.ts';
import { school } from './persons.ts';

const ofDistrict: Resource = {
  kind: 'PARTICIPANT',
  certificationEvent: aPublishedEvent(),
  participant: aParticipant(),
};
const ofSchool: Resource = {
  kind: 'PARTICIPANT',
  certificationEvent: aPublishedEvent({ level: 'SCHOOL' }),
  participant: aParticipant({}, { level: 'SCHOOL', organizationId: school }),
};
const runOf = (step: 'state-validation' | null): Resource => ({ ...ofDistrict, kind: 'RUN', run: { step } });

const may = (user: User, operation: Operation, resource: Resource = ofDistrict) =>
  access(person(user), operation, resource);

const otherCategory = categoryId('cat_discipline');
const schoolCertifier = aCertifier('sam', {
  schools: [school],
  memberships: [localMembership('CERTIFIER', { schools: [school] })],
});

describe('The cases that the authorization chapter names', () => {
  it('full rights, not in the category: the state is forbidden, the district finds nothing', () => {
    expect(may(anApprover('sam', { memberships: [] }), 'decide:APPROVE')).toBe('FORBIDDEN');
    expect(may(aCertifier('ana', { memberships: [] }), 'submitCertification')).toBe('NOT_FOUND');
  });

  it('in the category, Read only: looks, and does nothing', () => {
    const reading = anApprover('sam', { rights: { EVENT_MANAGEMENT: 'R', EVENT_REPORT: 'R' } });
    expect(may(reading, 'getParticipant')).toBe('ALLOWED');
    expect(may(reading, 'decide:APPROVE')).toBe('FORBIDDEN');
    const local = aCertifier('ana', { rights: { CERTIFICATION_EVENT: 'R' } });
    expect(may(local, 'getCertification')).toBe('ALLOWED');
    expect(may(local, 'submitCertification')).toBe('FORBIDDEN');
  });

  it.each(['RWA', 'RWD', 'RAD', 'WAD'])('a certifier with three of the four rights, %s, submits nothing', (letters) => {
    expect(may(aCertifier('ana', { rights: { CERTIFICATION_EVENT: letters } }), 'submitCertification')).toBe(
      'FORBIDDEN',
    );
  });

  it('the approver of another category decides nothing here', () => {
    const elsewhere = anApprover('sam', { memberships: [stateMembership('APPROVER', otherCategory)] });
    expect(may(elsewhere, 'decide:APPROVE')).toBe('FORBIDDEN');
  });

  it('a reviewer who presses approve through the API is refused', () => {
    const full = { rights: { EVENT_MANAGEMENT: 'RWAD', EVENT_REPORT: 'RWAD' } };
    expect(may(aStateReviewer('stan', full), 'decide:APPROVE')).toBe('FORBIDDEN');
  });

  it('a school certifier does not find a district’s participant, nor its runs', () => {
    expect(may(schoolCertifier, 'submitCertification')).toBe('NOT_FOUND');
    expect(may(schoolCertifier, 'getRun', runOf('state-validation'))).toBe('NOT_FOUND');
    expect(may(schoolCertifier, 'submitCertification', ofSchool)).toBe('ALLOWED');
  });

  it('a district certifier certifies for a school of his own district, when he is listed for all of them', () => {
    expect(may(aCertifier('ana'), 'submitCertification', ofSchool)).toBe('ALLOWED');
    const foreign = aCertifier('gus', {
      organizationId: grandBend,
      memberships: [localMembership('CERTIFIER', { districtId: grandBend })],
    });
    expect(may(foreign, 'submitCertification', ofSchool)).toBe('NOT_FOUND');
  });

  it('a user whom two districts list acts for the one he belongs to', () => {
    const both = aCertifier('ana', {
      memberships: [localMembership('CERTIFIER'), localMembership('CERTIFIER', { districtId: grandBend })],
    });
    expect(may(both, 'submitCertification')).toBe('ALLOWED');
    expect(may({ ...both, organizationId: grandBend }, 'submitCertification')).toBe('NOT_FOUND');
  });

  it('a user who moved to another district in mid-event finds nothing of the old one, whatever still lists him', () => {
    const moved = aCertifier('ana', { organizationId: grandBend });
    expect(moved.memberships).toEqual([localMembership('CERTIFIER', { districtId: bearCreek })]);
    for (const operation of ['getCertification', 'submitCertification', 'confirmSent'] as const)
      expect(may(moved, operation)).toBe('NOT_FOUND');
  });

  it('one who was removed from the category between validation and submit is refused at the submit', () => {
    const ana = aCertifier('ana');
    expect(may(ana, 'runStep')).toBe('ALLOWED');
    expect(may({ ...ana, memberships: [] }, 'submitCertification')).toBe('NOT_FOUND');
  });

  it('a deactivated account with a living token does nothing at all', () => {
    expect(may(anApprover('sam', { active: false }), 'decide:APPROVE')).toBe('FORBIDDEN');
    expect(may(aCertifier('ana', { active: false }), 'getMe', { kind: 'AGENCY' })).toBe('FORBIDDEN');
  });

  it('reviewers of both sides read findings and download reports; the state’s own runs stay with the state', () => {
    for (const user of [aReviewer('rita'), aStateReviewer('stan')]) {
      expect(may(user, 'getRunReport', runOf('state-validation'))).toBe('ALLOWED');
      expect(may(user, 'listFindings', runOf('state-validation'))).toBe('ALLOWED');
    }
    expect(may(aCertifier('ana'), 'getRunReport', runOf(null))).toBe('NOT_FOUND');
    expect(may(aStateReviewer('stan'), 'getRunReport', runOf(null))).toBe('ALLOWED');
  });
});
