import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aClosedEvent, anOpenEvent, aPublishedEvent } from '../../../test/builders/certification-event.ts';
import { aJourney, type Journey } from '../../../test/builders/journey.ts';
import {
  aCertifier,
  anApprover,
  aReviewer,
  aStateUser,
  aUser,
  grandBend,
  person,
} from '../../../test/builders/people.ts';
import { aGroup, aRuleVersion } from '../../../test/builders/rule-library.ts';
import { aStory, story } from '../../../test/builders/story.ts';
import { day } from '../../../test/builders/time.ts';
import { requestId, runId, snapshotId } from '../../kernel/ids.ts';
import type { CertificationEvent } from '../certification-event/state.ts';
import { firstRefusal } from '../guard.ts';
import type { ParticipantCommand } from '../participant/commands.ts';
import { decideParticipant } from '../participant/decide.ts';
import { validationSteps } from '../participant/state.ts';
import type { User } from '../user/state.ts';
import { stateRunGuards } from '../validation-run/state-run.ts';
import { access } from './access.ts';
import {
  permittedOnCertification,
  permittedOnCertificationEvent,
  permittedOnParticipant,
  permittedOnStep,
} from './permitted.ts';
import type { Operation } from './policy.ts';

const people: readonly User[] = [
  aCertifier('ana'),
  aCertifier('ben'),
  aReviewer('rita'),
  aCertifier('cara', { rights: { CERTIFICATION_EVENT: 'RWA' } }),
  aCertifier('zoe', { organizationId: grandBend }),
  aUser('dora', { rights: { CERTIFICATION_CATEGORY: 'RWAD' } }),
  anApprover('state-approver'),
  anApprover('state-stranger', { memberships: [] }),
  aStateUser('state-clerk', { rights: { EVENT_MANAGEMENT: 'W' } }),
];

const offered = (journey: Journey, user: User): readonly string[] => {
  const context = journey.context(person(user));
  const facts = { hasGroups: journey.hasGroups, viewed: () => true };
  return [
    ...permittedOnCertification(journey.participant, facts, context),
    ...permittedOnParticipant(journey.participant, context),
  ];
};

type Asked = Extract<ParticipantCommand, { readonly type: Operation }>;

// Written down apart from the probes of the code: the values that a person could send who does everything right.
const asked = (journey: Journey, dueDate: string): readonly Asked[] => {
  const { hasGroups, participant } = journey;
  const values = { reason: 'because', confirm: true, members: [], snapshotId: snapshotId('snp-x') };
  const id = participant.openRequest?.id ?? requestId('req-x');
  return [
    { ...values, type: 'startCertification' },
    ...validationSteps.flatMap((step): readonly Asked[] => [
      { type: 'runStep', step, runId: runId('run-x'), dataHash: 'x', hasGroups },
      { type: 'completeStep', step, reviewed: true, viewed: true, hasGroups },
    ]),
    { ...values, type: 'takeSnapshot' },
    { type: 'submitCertification', attestation: { name: 'Me', accepted: true }, attestationVersion: 1, hasGroups },
    { ...values, type: 'withdrawSubmission' },
    { type: 'confirmSent' },
    { type: 'requestRecertification', requestId: id, reason: 'because' },
    { type: 'withdrawRecertificationRequest', requestId: id },
    { ...values, type: 'decide:APPROVE', confirmNotCertified: true },
    { ...values, type: 'decide:REQUEST_RECERTIFICATION', newDueDate: day(dueDate) },
    { ...values, type: 'decide:UNAPPROVE' },
    { ...values, type: 'decide:DECLINE_REQUEST' },
    { ...values, type: 'overrideDueDate', userId: 'ALL', dueDate: day(dueDate) },
    { type: 'removeOverride', userId: 'ALL' },
    { ...values, type: 'takeSnapshots' },
  ];
};

/** The commands that access and decide together accept, whatever is offered. */
const accepted = (journey: Journey, user: User): ReadonlySet<string> => {
  const context = journey.context(person(user));
  const { participant, certificationEvent } = journey;
  const resource = { kind: 'PARTICIPANT', certificationEvent, participant } as const;
  const possible = asked(journey, '2026-12-31').filter(
    (command) =>
      access(context.actor, command.type, resource) === 'ALLOWED' &&
      decideParticipant(participant, command, context).ok,
  );
  const mayRun = access(context.actor, 'runOnLane', resource) === 'ALLOWED';
  const linked = { group: aGroup(), rules: [aRuleVersion()] };
  const runs = mayRun && firstRefusal(stateRunGuards(participant, { lane: 'STATE', linked }, context)) === null;
  return new Set([...possible.map(({ type }) => type), ...(runs ? ['runOnLane'] : [])]);
};

describe('What is offered on a participant is what is enforced', () => {
  it('for every person, whatever has happened and whenever he looks', () => {
    fc.assert(
      fc.property(story, fc.constantFrom(...people), (told, user) => {
        const journey = aStory(told);
        expect([...offered(journey, user)].sort()).toEqual([...accepted(journey, user)].sort());
      }),
      { numRuns: 400 },
    );
  });

  it('offers a certifier the start, and what he can run, and no submission before the steps are done', () => {
    expect(offered(aJourney(), aCertifier('ana'))).toEqual(['startCertification', 'runStep']);
    expect(offered(aJourney().starts('ana').worksThrough('ana'), aCertifier('ana'))).toContain('submitCertification');
  });

  it('offers of a step what is possible for that step: nothing can be run on a snapshot before there is one', () => {
    const ofStep = (journey: Journey, step: (typeof validationSteps)[number]) =>
      permittedOnStep(
        journey.participant,
        step,
        { hasGroups: true, viewed: () => true },
        journey.context(person(aCertifier('ana'))),
      );
    expect(ofStep(aJourney(), 'district-validation')).toEqual(['runStep']);
    expect(ofStep(aJourney(), 'snapshot-validation')).toEqual([]);
    expect(ofStep(aJourney().starts('ana').worksThrough('ana'), 'snapshot-validation')).toContain('runStep');
  });

  it('offers nothing after the close, and nothing to strangers', () => {
    for (const user of people) expect(offered(aJourney().closed(), user)).toEqual([]);
    expect(offered(aJourney(), aCertifier('zoe', { organizationId: grandBend }))).toEqual([]);
  });

  it('offers the approver his decisions as they become possible', () => {
    const decisions = (journey: Journey) =>
      offered(journey, anApprover('state-approver')).filter((name) => name.startsWith('decide:'));
    expect(decisions(aJourney({ on: '2026-05-02' }))).toEqual([]);
    expect(decisions(aJourney())).toEqual(['decide:APPROVE']);
    expect(decisions(aJourney().certifies('ana'))).toEqual(['decide:APPROVE', 'decide:REQUEST_RECERTIFICATION']);
    expect(decisions(aJourney().certifies('ana').approves())).toEqual([
      'decide:REQUEST_RECERTIFICATION',
      'decide:UNAPPROVE',
    ]);
    expect(decisions(aJourney().certifies('ana').requestsRecertification('ana'))).toEqual([
      'decide:APPROVE',
      'decide:REQUEST_RECERTIFICATION',
      'decide:DECLINE_REQUEST',
    ]);
  });
});

describe('What is offered on a certification event', () => {
  const all = aStateUser('sam', { rights: { EVENT_MANAGEMENT: 'RWAD' } });
  const names = (user: User, certificationEvent: CertificationEvent) =>
    permittedOnCertificationEvent(person(user), certificationEvent);

  it('follows status and rights', () => {
    expect(names(all, anOpenEvent())).toEqual([
      'replaceCertificationEvent',
      'deleteCertificationEvent',
      'publishCertificationEvent',
      'copyCertificationEvent',
    ]);
    expect(names(all, aPublishedEvent())).toEqual([
      'replaceCertificationEvent',
      'closeCertificationEvent',
      'copyCertificationEvent',
      'messageCertifiers',
    ]);
    expect(names(all, aPublishedEvent({}, { draft: anOpenEvent().draft }))).toContain('discardChanges');
    expect(names(all, aClosedEvent('2026-06-01'))).toEqual(['copyCertificationEvent', 'placeLegalHold']);
    expect(names(aStateUser('sam', { rights: { EVENT_MANAGEMENT: 'R' } }), anOpenEvent())).toEqual([]);
    expect(names(anApprover('state-approver'), aPublishedEvent())).toContain('takeSnapshots');
    expect(names(anApprover('state-approver'), aPublishedEvent())).toContain('validateParticipants');
    expect(names(aCertifier('ana'), aPublishedEvent())).toEqual([]);
  });
});
