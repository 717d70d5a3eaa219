import { permittedOnStep } from '../../domain/access/permitted.ts';
import { personOf } from '../../domain/actor.ts';
import type { Body } from '../../domain/certification-event/state.ts';
import type { OrganizationData } from '../../domain/dataset/state.ts';
import { attestationText } from '../../domain/participant/attestation.ts';
import { type ParticipantContext, taskOf } from '../../domain/participant/context.ts';
import { type Participant, type ValidationStep, validationSteps } from '../../domain/participant/state.ts';
import { wizardOf } from '../../domain/participant/wizard.ts';
import { wizardTexts } from '../../domain/participant/wizard-texts.ts';
import type { Snapshot } from '../../domain/snapshot/state.ts';
import type { ValidationRun } from '../../domain/validation-run/state.ts';
import type { Scene } from '../participants/scene.ts';
import type { Store } from '../ports/store.ts';
import { pinsOfLane } from '../runs/data-pins.ts';
import { differingCopies } from './differing-copies.ts';
import { requestOutline } from './participant-view.ts';
import { extrasOf, type RunExtras, runView } from './run-view.ts';
import { snapshotView } from './snapshot-view.ts';
import { worklistRow } from './worklist-row.ts';
import { blockerSentences } from './blocker-sentences.ts';

type RunsByStep = ReadonlyMap<ValidationStep, { readonly run: ValidationRun; readonly extras: RunExtras }>;

const runsByStep = async (store: Store, scene: Scene): Promise<RunsByStep> => {
  const { steps } = scene.participant.state;
  const entries = validationSteps.flatMap((step) => {
    const run = steps[step];
    return run === undefined ? [] : [{ step, id: run.runId }];
  });
  const read = await store.loadMany(
    'run',
    entries.map((entry) => entry.id),
  );
  const runs = read.map(({ state }) => state);
  const extras = await extrasOf(store, scene.caller, runs);
  return new Map(
    entries.flatMap(({ step, id }) => {
      const run = runs.find((one) => one.id === id);
      return run === undefined ? [] : [[step, { run, extras: extras(run) }] as const];
    }),
  );
};

/** The district has delivered something that the newest run of the first step did not see. */
const hasNewerData = (data: OrganizationData | undefined, participant: Participant): boolean => {
  const seen = participant.steps['district-validation'];
  return seen !== undefined && pinsOfLane(data, 'DISTRICT').hash !== seen.dataHash;
};

const stepsView = (
  participant: Participant,
  runs: RunsByStep,
  body: Omit<Body, 'participants'>,
  context: ParticipantContext,
) => {
  const task = taskOf(participant, personOf(context.actor).id);
  const hasGroups = body.pinnedGroups.length > 0;
  const facts = { hasGroups, viewed: (step: ValidationStep) => runs.get(step)?.extras.viewed ?? false };
  const steps = wizardOf(participant, task, facts, context).map(({ step, status, blockedBy, problem }) => {
    const known = step === 'certify-and-submit' ? undefined : runs.get(step);
    const run = known && runView(known.run, known.extras);
    return {
      step,
      ...wizardTexts[step],
      status,
      run: run ?? null,
      blockedBy: blockedBy.map((code) => ({ code, detail: blockerSentences[code] ?? code })),
      problem,
      permittedCommands: step === 'certify-and-submit' ? [] : [...permittedOnStep(participant, step, facts, context)],
    };
  });
  return { facts, steps };
};

const snapshotOf = (snapshot: Snapshot | undefined, participant: Participant) => {
  if (snapshot === undefined || participant.snapshot === null) return null;
  const { id, status, takenAt, recordCounts, contentHash, warnings, problem } = snapshotView(snapshot, participant);
  return { id, status, state: participant.snapshot.state, takenAt, recordCounts, contentHash, warnings, problem };
};

/** What was approved, for the archive of its own people: who signed what under which revision, and the state's decision. */
const certificateOf = ({ approval, round, revision, sentAt, snapshot, tasks }: Participant) =>
  approval && {
    round,
    revision,
    sentAt,
    approvedAt: approval.at,
    notCertified: approval.notCertified,
    reason: approval.reason,
    snapshotId: approval.snapshotId,
    contentHash: snapshot?.contentHash ?? null,
    signatures: tasks.flatMap(({ userId, submission }) =>
      submission
        ? [{ userId, signedName: submission.signedName, at: submission.at, dataHash: submission.dataHash }]
        : [],
    ),
  };

/** Everything one person needs of one participant: the wizard. */
export const certificationView = async (store: Store, scene: Scene) => {
  const participant = scene.participant.state;
  const certificationEvent = scene.certificationEvent.state;
  const context: ParticipantContext = { ...scene.caller, certificationEvent };
  const { published, number, id } = certificationEvent;
  const { outline } = published;
  const [body, category, runs, data, snapshot] = await Promise.all([
    store.bodyWithoutParticipants(id, published.bodyId),
    store.load('category', outline.categoryId),
    runsByStep(store, scene),
    store.load('organizationData', participant.districtId),
    participant.snapshot === null ? undefined : store.load('snapshot', participant.snapshot.snapshotId),
  ]);
  const { facts, steps } = stepsView(participant, runs, body, context);
  const task = taskOf(participant, personOf(scene.caller.actor).id);
  const { name, level, reportingYear, startDate, certificationOpensDate, endDate, active, snapshotMethod } = outline;
  return {
    ...worklistRow(participant, context, facts),
    certificationEvent: {
      number,
      name,
      description: body.description,
      level,
      reportingYear,
      startDate,
      certificationOpensDate,
      endDate,
      categoryName: category?.state.name ?? '',
      active,
      snapshotMethod,
    },
    organizationName: participant.name,
    role: task?.role ?? 'REVIEWER',
    dataLinks: body.dataLinks.map((link) =>
      link.type === 'EXTERNAL_URL'
        ? link
        : { ...link, name: body.pinnedGroups.find((group) => group.groupId === link.groupId)?.name ?? '' },
    ),
    steps,
    snapshot: snapshotOf(snapshot?.state, participant),
    openRequest: participant.openRequest && requestOutline(participant.openRequest, context),
    certificate: certificateOf(participant),
    newerData: hasNewerData(data?.state, participant),
    differingCopies: differingCopies(data?.state, participant),
    attestationText,
    submission: task?.submission
      ? {
          at: task.submission.at,
          signedName: task.submission.signedName,
          snapshotId: task.submission.snapshotId,
          dataHash: task.submission.dataHash,
        }
      : null,
  };
};
