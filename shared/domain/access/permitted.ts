import { dateIn } from '../../kernel/calendar-date.ts';
import { requestId, runId, snapshotId } from '../../kernel/ids.ts';
import type { Actor } from '../actor.ts';
import { allowedByStatus, type CertificationEventOperation } from '../certification-event/lifecycle.ts';
import type { CertificationEvent } from '../certification-event/state.ts';
import { latest } from '../guard.ts';
import type { ParticipantCommand } from '../participant/commands.ts';
import { outlineOf, type ParticipantContext } from '../participant/context.ts';
import { decideParticipant } from '../participant/decide.ts';
import { type Participant, type ValidationStep, validationSteps } from '../participant/state.ts';
import type { WizardFacts } from '../participant/wizard.ts';
import { stateRunPossible } from '../validation-run/state-run.ts';
import { access } from './access.ts';
import type { Operation } from './policy.ts';

const certificationEventOperations = Object.keys(allowedByStatus).filter(
  (name): name is CertificationEventOperation => name in allowedByStatus,
);

/** What this person may do with a certification event in its present status. Whether a draft is complete is said by the preview. */
export const permittedOnCertificationEvent = (
  actor: Actor,
  certificationEvent: CertificationEvent,
): readonly CertificationEventOperation[] =>
  certificationEventOperations.filter(
    (operation) =>
      allowedByStatus[operation](certificationEvent) === null &&
      access(actor, operation, { kind: 'CERTIFICATION_EVENT', certificationEvent }) === 'ALLOWED',
  );

/** A command as harmless as its kind can be: every value given, everything confirmed. Refused, it is refused for right, status or clock. */
type Probe = Extract<ParticipantCommand, { readonly type: Operation }>;

const filled = { reason: 'reason', confirm: true, members: [], snapshotId: snapshotId('probe') } as const;

const stateProbes = (context: ParticipantContext): readonly Probe[] => {
  const dueDate = latest(outlineOf(context).endDate, dateIn(context.now, context.agency.timeZone));
  return [
    { ...filled, type: 'decide:APPROVE', confirmNotCertified: true },
    { ...filled, type: 'decide:REQUEST_RECERTIFICATION', newDueDate: dueDate },
    { ...filled, type: 'decide:UNAPPROVE' },
    { ...filled, type: 'decide:DECLINE_REQUEST' },
    { ...filled, type: 'overrideDueDate', userId: 'ALL', dueDate },
    { type: 'removeOverride', userId: 'ALL' },
    { ...filled, type: 'takeSnapshots' },
  ];
};

const stepProbes = (step: ValidationStep, { hasGroups, viewed }: WizardFacts): readonly Probe[] => [
  { type: 'runStep', step, runId: runId('probe'), dataHash: '', hasGroups },
  { type: 'completeStep', step, reviewed: true, hasGroups, viewed: viewed(step) },
];

const localProbes = ({ openRequest }: Participant, facts: WizardFacts): readonly Probe[] => {
  const { hasGroups } = facts;
  const request = openRequest?.id ?? requestId('probe');
  const attestation = { name: 'name', accepted: true };
  return [
    { ...filled, type: 'startCertification' },
    ...validationSteps.flatMap((step) => stepProbes(step, facts)),
    { ...filled, type: 'takeSnapshot' },
    { type: 'submitCertification', attestation, attestationVersion: 0, hasGroups },
    { ...filled, type: 'withdrawSubmission' },
    { type: 'confirmSent' },
    { ...filled, type: 'requestRecertification', requestId: request },
    { type: 'withdrawRecertificationRequest', requestId: request },
  ];
};

const offered = (
  participant: Participant,
  probes: readonly Probe[],
  context: ParticipantContext,
): readonly Probe['type'][] => {
  const resource = { kind: 'PARTICIPANT', certificationEvent: context.certificationEvent, participant } as const;
  const accepted = probes.filter(
    (probe) =>
      access(context.actor, probe.type, resource) === 'ALLOWED' && decideParticipant(participant, probe, context).ok,
  );
  return [...new Set(accepted.map(({ type }) => type))];
};

/** What somebody of the state may do with one participant now. */
export const permittedOnParticipant = (
  participant: Participant,
  context: ParticipantContext,
): readonly (Probe['type'] | 'runOnLane')[] => {
  const { actor, certificationEvent } = context;
  const mayRun = access(actor, 'runOnLane', { kind: 'PARTICIPANT', certificationEvent, participant }) === 'ALLOWED';
  const runs = mayRun && stateRunPossible(participant, context);
  return [...offered(participant, stateProbes(context), context), ...(runs ? (['runOnLane'] as const) : [])];
};

/** What somebody of the district or school may do now; a step's command is offered when it is possible for any step. */
export const permittedOnCertification = (
  participant: Participant,
  facts: WizardFacts,
  context: ParticipantContext,
): readonly Probe['type'][] => offered(participant, localProbes(participant, facts), context);

/** Of the steps' commands, what he may do now for this one step. */
export const permittedOnStep = (
  participant: Participant,
  step: ValidationStep,
  facts: WizardFacts,
  context: ParticipantContext,
): readonly Probe['type'][] => offered(participant, stepProbes(step, facts), context);
