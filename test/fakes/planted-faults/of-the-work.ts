import { both, changed, doubled, entity, entry, ofKind, without } from '../planting.ts';
import { fault, type PlantedFault } from './planted-fault.ts';

const bearCreek = { organizationId: '255903' };
const isBearCreek = (state: typeof bearCreek) => state.organizationId === bearCreek.organizationId;
const ofBearCreek = ({ chain }: { readonly chain: string }) => chain.endsWith('/255903');
const later = '2026-07-01T00:00:00.000Z';
const early = '2026-05-01T00:00:00.000Z';
const event = entity('certificationEvent');
const participant = entity('participant', isBearCreek);
const submitted = entry('submitCertification');
const approved = entry('decide:APPROVE', ofBearCreek);
const sentBack = entry('decide:REQUEST_RECERTIFICATION', ofBearCreek);
const completedRun = entity('run', ({ status }) => status === 'COMPLETED');
const state = (over: unknown) => ({ state: over });
const log = (over: unknown) => ({ entry: over });

/** What may not happen to a certification event, its participants and their jobs: invariants 1 to 15. */
export const faultsOfWork: readonly PlantedFault[] = [
  fault(1, 'a participant changed after the close', changed(approved, log({ at: later })), 'closed'),
  fault(1, 'a fence stands open after the close', changed(ofKind('fence'), { status: 'PUBLISHED' }), 'closed'),
  fault(
    2,
    'an event came back from its close',
    changed(entry('closeCertificationEvent'), log({ after: { status: 'OPEN' } })),
    'closed',
  ),
  fault(
    2,
    'an event was published without being prepared',
    changed(entry('publishCertificationEvent'), log({ after: { status: 'CLOSED' } })),
  ),
  fault(3, 'a selected participant is missing', without(participant)),
  fault(3, 'somebody takes part unselected', changed(ofKind('body'), { body: { participants: ['255903'] } })),
  fault(3, 'an event was published twice', doubled(entry('completePublication'), log({ sequence: 9 }))),
  fault(4, 'somebody worked before the publication', changed(entry('startCertification'), log({ at: early }))),
  fault(4, 'somebody was told before the publication', changed(ofKind('alert'), { alert: { postedAt: early } })),
  fault(
    5,
    'it was published with a category that is not active',
    changed(
      entry('seed', ({ entity: name }) => name === 'category'),
      log({ after: { active: false } }),
    ),
  ),
  fault(
    5,
    'it was published to nobody',
    changed(entry('publishCertificationEvent'), log({ after: { publishing: { participantCount: 0 } } })),
  ),
  fault(5, 'a pinned rule takes an ad hoc filter', changed(ofKind('ruleVersion'), { version: { adHocFilter: true } })),
  fault(6, 'a published event was deleted', changed(event, state({ status: 'DELETED' }))),
  fault(
    6,
    'an event was closed unpublished',
    changed(entry('completePublication'), log({ after: { status: 'PUBLISHING' } })),
    'closed',
  ),
  fault(7, 'somebody submitted past his deadline', changed(submitted, log({ at: later }))),
  fault(7, 'somebody submitted before the window opened', changed(submitted, log({ at: '2026-05-03T12:00:00.000Z' }))),
  fault(7, 'somebody submitted for another', changed(submitted, log({ actor: { userId: 'gus' } }))),
  fault(
    7,
    'a reviewer submitted',
    changed(
      entry('seed', ({ chain }) => chain === 'user/ana'),
      log({ after: { memberships: [{ categoryId: 'cat_attendance', side: 'LOCAL', role: 'REVIEWER' }] } }),
    ),
  ),
  fault(
    7,
    'a certifier without all rights submitted',
    changed(
      entry('seed', ({ chain }) => chain === 'user/ana'),
      log({ after: { rights: { CERTIFICATION_EVENT: 'RWA' } } }),
    ),
  ),
  fault(7, 'somebody submitted on Fatal findings', changed(completedRun, state({ blockers: 1 }))),
  fault(7, 'somebody submitted on the run of another round', changed(completedRun, state({ round: 7 }))),
  fault(7, 'somebody submitted on a run that failed', changed(completedRun, state({ status: 'FAILED' }))),
  fault(7, 'somebody submitted without opening a report', without(ofKind('view'))),
  fault(
    7,
    'somebody signed another snapshot',
    changed(submitted, log({ after: { tasks: { ana: { submission: { dataHash: 'x' } } } } })),
  ),
  fault(
    7,
    'somebody submitted without completing a step',
    changed(
      entry('completeStep'),
      log({ after: { tasks: { ana: { completions: { 'district-validation': null } } } } }),
    ),
  ),
  fault(
    7,
    'it was sent while paused',
    changed(entry('completePublication'), log({ after: { published: { outline: { active: false } } } })),
  ),
  fault(7, 'a state user sent it', changed(submitted, log({ actor: { role: 'STATE' } }))),
  fault(8, 'a district approved', changed(approved, log({ actor: { userId: 'ana', role: 'LOCAL' } }))),
  fault(8, 'a state reviewer approved', changed(approved, log({ actor: { userId: 'stan' } }))),
  fault(
    8,
    'an approver without all rights approved',
    changed(
      entry('seed', ({ chain }) => chain === 'user/april'),
      log({ after: { rights: { EVENT_REPORT: 'R' } } }),
    ),
  ),
  fault(8, 'it was approved uncertified without a reason', changed(entry('decide:APPROVE'), log({ reason: null }))),
  fault(8, 'it stands approved by nobody', changed(submitted, log({ after: { status: 'APPROVED' } }))),
  fault(9, 'a reviewer submitted', changed(submitted, log({ actor: { userId: 'rita' } }))),
  fault(10, 'it was sent back in the same round', changed(sentBack, log({ after: { round: 1 } }))),
  fault(10, 'a round was left out', changed(sentBack, log({ after: { round: 3 } }))),
  fault(
    10,
    'evidence of an older round counts',
    changed(
      sentBack,
      log({ after: { tasks: { ana: { completions: { 'state-validation': { runId: 'r', at: early } } } } } }),
    ),
  ),
  fault(
    11,
    'asking to certify again reopened the work',
    changed(entry('requestRecertification'), log({ after: { round: 3 } })),
  ),
  fault(
    11,
    'asking to certify again undid a submission',
    changed(entry('requestRecertification'), log({ after: { tasks: { ana: { submission: null } } } })),
  ),
  fault(12, 'a certifier is unfinished in what is approved', changed(participant, state({ status: 'SENT' }))),
  fault(
    13,
    'a submission counts that nobody made',
    changed(submitted, log({ after: { tasks: { ana: { submission: null } } } })),
  ),
  fault(14, 'an override moved the status', changed(entry('overrideDueDate'), log({ after: { status: 'SENT' } }))),
  fault(
    14,
    'an override moved two deadlines',
    changed(entry('overrideDueDate'), log({ after: { tasks: { rita: { dueDateOverride: '2026-06-01' } } } })),
  ),
  fault(15, 'a job ended twice', changed(entry('startRun'), log({ after: { status: 'FAILED' } }))),
  fault(
    15,
    'a job has not ended for hours',
    both(changed(completedRun, state({ status: 'RUNNING' })), changed(entry('completeRun'), log({ at: early }))),
  ),
];
