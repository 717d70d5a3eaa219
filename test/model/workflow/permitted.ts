import { mayDecide, mayOverride } from './decision.ts';
import { mayClose, mayDelete, mayDiscard, maySave } from './certification-event.ts';
import { publishable } from './publication.ts';
import { mayConfirmSent, mayRequest, mayWithdrawRequest, mayWithdrawSubmission } from './participant.ts';
import { holds, type Needs, stateRight } from './rights.ts';
import { mayTake, mayTakeForState, methodTakes } from './snapshot.ts';
import { mayComplete, mayRun, mayStart, maySubmit } from './step.ts';
import { live } from './participant.ts';
import { firstOf, refuseUnless, type Verdict } from './verdict.ts';
import { later, definitionOf, type ModelParticipant, type ModelTask, stepNames, today, type World } from './world.ts';

/* What a screen may offer: exactly what would be accepted with good values. */

type Offers = readonly (readonly [string, Verdict])[];

/** The same for somebody of the state, with what each takes. */
type StateOffers = readonly (readonly [string, Needs, Verdict])[];

const offered = (offers: Offers): readonly string[] =>
  offers
    .filter(([, verdict]) => verdict.length === 0)
    .map(([name]) => name)
    .toSorted();

const offeredTo = (world: World, name: string, offers: StateOffers): readonly string[] =>
  offered(offers.map(([command, needs, verdict]) => [command, firstOf(stateRight(world, name, needs), verdict)]));

const oneOf = (verdicts: readonly Verdict[]): Verdict => verdicts.find(({ length }) => length === 0) ?? ['NONE'];

export const permittedLocally = (world: World, participant: ModelParticipant, task: ModelTask): readonly string[] => {
  // Whoever lacks one of the four letters counts, and cannot work.
  if (!holds(world, task.userId, 'RWAD')) return [];
  const forBoth: Offers = [
    ['runStep', oneOf(stepNames.map((step) => mayRun(world, participant, step)))],
    ['completeStep', oneOf(stepNames.map((step) => mayComplete(world, participant, task, step)))],
  ];
  if (task.role === 'REVIEWER') return offered(forBoth);
  return offered([
    ...forBoth,
    ['startCertification', mayStart(world, participant, task)],
    ['takeSnapshot', mayTake(world, participant, task, true)],
    ['submitCertification', maySubmit(world, participant, task)],
    ['withdrawSubmission', mayWithdrawSubmission(world, participant, task)],
    ['confirmSent', mayConfirmSent(world, participant)],
    ['requestRecertification', mayRequest(world, participant)],
    ['withdrawRecertificationRequest', mayWithdrawRequest(world, participant, task.userId)],
  ]);
};

const decisionTypes = ['APPROVE', 'REQUEST_RECERTIFICATION', 'UNAPPROVE', 'DECLINE_REQUEST'] as const;

const goodDecision = (world: World, type: (typeof decisionTypes)[number]) => ({
  type,
  reason: 'because',
  newDueDate: later(today(world), definitionOf(world).endDate) ?? undefined,
  confirmNotCertified: true,
});

/** For somebody of the state, by his rights and his role in the category. */
export const permittedToState = (world: World, participant: ModelParticipant, name: string): readonly string[] => {
  const date = later(today(world), definitionOf(world).endDate) ?? today(world);
  const overriding = mayOverride(world, participant, 'ALL', date);
  return offeredTo(world, name, [
    ...decisionTypes.map((type): readonly [string, Needs, Verdict] => [
      `decide:${type}`,
      'APPROVER',
      firstOf(live(world), mayDecide(world, participant, goodDecision(world, type))),
    ]),
    ['overrideDueDate', 'W', overriding],
    ['removeOverride', 'W', overriding],
    ['runOnLane', 'MEMBER', firstOf(live(world), refuseUnless(participant.status !== 'WITHDRAWN', 'WRONG_STATUS'))],
    ['takeSnapshots', 'APPROVER', firstOf(live(world), methodTakes(world), mayTakeForState(participant, true))],
  ]);
};

export const permittedOnEvent = (world: World, name: string): readonly string[] => {
  const { event } = world;
  const definition = event.draft ?? event.published;
  return offeredTo(world, name, [
    ['copyCertificationEvent', 'A', []],
    ['replaceCertificationEvent', 'W', definition === null ? maySaveNothing(world) : maySave(world, definition)],
    // Whether a draft is complete is said by the preview.
    ['publishCertificationEvent', event.status === 'PUBLISHED' ? 'WA' : 'A', publishable(world)],
    ['discardChanges', 'W', mayDiscard(world)],
    ['deleteCertificationEvent', 'D', mayDelete(world)],
    ['messageCertifiers', 'W', refuseUnless(event.status === 'PUBLISHED', 'NOT_PUBLISHED', 'EVENT_CLOSED')],
    ['validateParticipants', 'MEMBER', refuseUnless(event.status === 'PUBLISHED', 'NOT_PUBLISHED', 'EVENT_CLOSED')],
    ['closeCertificationEvent', 'D', mayClose(world, true)],
    // Nobody of this story goes to court: no hold is placed, so none is released.
    ['placeLegalHold', 'D', refuseUnless(event.status === 'CLOSED', 'NOT_CLOSED')],
    ['releaseLegalHold', 'D', ['NO_LEGAL_HOLD']],
    [
      'takeSnapshots',
      'APPROVER',
      event.published === null ? ['NOT_PUBLISHED'] : firstOf(live(world), methodTakes(world)),
    ],
  ]);
};

const maySaveNothing = (world: World): Verdict => (world.event.publishing === null ? [] : ['PUBLISHING']);
