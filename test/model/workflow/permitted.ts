import { mayDecide, mayOverride } from './decision.ts';
import { mayClose, mayDelete, mayDiscard, maySave } from './certification-event.ts';
import { publishable } from './publication.ts';
import { mayConfirmSent, mayRequest, mayWithdrawRequest, mayWithdrawSubmission } from './participant.ts';
import { mayTake, mayTakeForState, methodTakes } from './snapshot.ts';
import { mayComplete, mayRun, mayStart, maySubmit } from './step.ts';
import { live } from './participant.ts';
import { firstOf, refuseUnless, type Verdict } from './verdict.ts';
import { later, definitionOf, type ModelParticipant, type ModelTask, stepNames, today, type World } from './world.ts';

/* What a screen may offer: exactly what would be accepted with good values. */

type Offers = readonly (readonly [string, Verdict])[];

const offered = (offers: Offers): readonly string[] =>
  offers
    .filter(([, verdict]) => verdict.length === 0)
    .map(([name]) => name)
    .toSorted();

const oneOf = (verdicts: readonly Verdict[]): Verdict => verdicts.find(({ length }) => length === 0) ?? ['NONE'];

export const permittedLocally = (world: World, participant: ModelParticipant, task: ModelTask): readonly string[] => {
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

/** For an approver of the category with all rights. */
export const permittedToState = (world: World, participant: ModelParticipant): readonly string[] => {
  const date = later(today(world), definitionOf(world).endDate) ?? today(world);
  const overriding = mayOverride(world, participant, 'ALL', date);
  return offered([
    ...decisionTypes.map((type): readonly [string, Verdict] => [
      `decide:${type}`,
      firstOf(live(world), mayDecide(world, participant, goodDecision(world, type))),
    ]),
    ['overrideDueDate', overriding],
    ['removeOverride', overriding],
    ['runOnLane', firstOf(live(world), refuseUnless(participant.status !== 'WITHDRAWN', 'WRONG_STATUS'))],
    ['takeSnapshots', firstOf(live(world), methodTakes(world), mayTakeForState(participant, true))],
  ]);
};

export const permittedOnEvent = (world: World): readonly string[] => {
  const { event } = world;
  const definition = event.draft ?? event.published;
  return offered([
    ['copyCertificationEvent', []],
    ['replaceCertificationEvent', definition === null ? maySaveNothing(world) : maySave(world, definition)],
    // Whether a draft is complete is said by the preview.
    ['publishCertificationEvent', publishable(world)],
    ['discardChanges', mayDiscard(world)],
    ['deleteCertificationEvent', mayDelete(world)],
    ['messageCertifiers', refuseUnless(event.status === 'PUBLISHED', 'NOT_PUBLISHED', 'EVENT_CLOSED')],
    ['closeCertificationEvent', mayClose(world, true)],
    ['takeSnapshots', event.published === null ? ['NOT_PUBLISHED'] : firstOf(live(world), methodTakes(world))],
  ]);
};

const maySaveNothing = (world: World): Verdict => (world.event.publishing === null ? [] : ['PUBLISHING']);
