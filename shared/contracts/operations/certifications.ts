import * as z from 'zod';
import * as schemas from '../schemas/certification.ts';
import { certificationEventId, organizationId, requestId, snapshotId } from '../schemas/ids.ts';
import { countedPageOf, flag, pageOf, paging, yearFilter } from '../schemas/paging.ts';
import { participantStatus, userStatus } from '../schemas/participant.ts';
import { run, snapshot, verifyReply } from '../schemas/run.ts';
import { calendarDate, dayOrInstant, text } from '../schemas/text.ts';
import { operation } from './operation.ts';

const none = z.strictObject({});
const one = z.strictObject({ eventId: certificationEventId, orgId: organizationId });
const oneStep = z.strictObject({ eventId: certificationEventId, orgId: organizationId, step: schemas.stepName });
const base = '/v1/certifications/{eventId}/{orgId}';
const shared = { area: 'certifications', auth: 'token', ifMatch: false } as const;
const read = { ...shared, method: 'GET', body: null, status: 200 } as const;
const post = { ...shared, method: 'POST', query: none } as const;

export const listCertifications = operation({
  ...read,
  operationId: 'listCertifications',
  path: '/v1/certifications',
  summary: 'The worklist of a district or school user',
  params: none,
  query: z.strictObject({
    ...paging,
    eventName: text(200).optional(),
    schoolName: text(200).optional(),
    userStatus: z.array(userStatus).optional(),
    eventStatus: z.array(participantStatus).optional(),
    dueAfter: calendarDate.optional(),
    dueBefore: calendarDate.optional(),
    year: yearFilter.optional(),
    active: flag.optional(),
    archived: flag.default(false),
    sort: z.enum(['eventName', '-eventName', 'dueDate', '-dueDate']).default('eventName'),
  }),
  reply: countedPageOf(schemas.worklistRow),
});

export const getCertification = operation({
  ...read,
  operationId: 'getCertification',
  path: base,
  summary: 'The wizard: four steps, what blocks them, and what may be done next',
  params: one,
  query: none,
  reply: schemas.certification,
});

export const startCertification = operation({
  ...post,
  operationId: 'startCertification',
  path: `${base}/start`,
  summary: 'Starts the certification; the first start takes the snapshot where the method says so',
  params: one,
  body: none,
  reply: schemas.worklistRow,
  status: 200,
});

export const runStep = operation({
  ...post,
  operationId: 'runStep',
  path: `${base}/steps/{step}/runs`,
  summary: 'Validates the data of a step with all linked groups',
  params: oneStep,
  body: schemas.runStepBody,
  reply: run,
  status: 202,
});

export const completeStep = operation({
  ...post,
  operationId: 'completeStep',
  path: `${base}/steps/{step}/complete`,
  summary: 'Goes on to the next step',
  params: oneStep,
  body: schemas.completeStepBody,
  reply: schemas.worklistRow,
  status: 200,
});

export const takeSnapshot = operation({
  ...post,
  operationId: 'takeSnapshot',
  path: `${base}/snapshot`,
  summary: 'Takes or retakes the snapshot',
  params: one,
  body: schemas.takeSnapshotBody,
  reply: schemas.queuedSnapshot,
  status: 202,
});

export const submitCertification = operation({
  ...post,
  operationId: 'submitCertification',
  path: `${base}/submit`,
  summary: 'Certifies and submits to the state',
  params: one,
  body: schemas.submitBody,
  reply: schemas.submittedRow,
  status: 200,
});

export const withdrawSubmission = operation({
  ...post,
  operationId: 'withdrawSubmission',
  path: `${base}/submission/withdraw`,
  summary: 'Takes a submission back before the state has decided',
  params: one,
  body: schemas.reasonBody,
  reply: schemas.worklistRow,
  status: 200,
});

export const confirmSent = operation({
  ...post,
  operationId: 'confirmSent',
  path: `${base}/confirm-sent`,
  summary: 'Confirms that the remaining certifiers stand for the participant',
  params: one,
  body: none,
  reply: schemas.worklistRow,
  status: 200,
});

export const requestRecertification = operation({
  ...post,
  operationId: 'requestRecertification',
  path: `${base}/recertification-requests`,
  summary: 'Asks the state to send the certification back',
  params: one,
  body: schemas.reasonBody,
  reply: schemas.recertificationRequest,
  status: 201,
});

export const withdrawRecertificationRequest = operation({
  ...post,
  operationId: 'withdrawRecertificationRequest',
  path: `${base}/recertification-requests/{id}/withdraw`,
  summary: 'Takes that request back',
  params: z.strictObject({ eventId: certificationEventId, orgId: organizationId, id: requestId }),
  body: none,
  reply: schemas.recertificationRequest,
  status: 200,
});

export const listRuns = operation({
  ...read,
  operationId: 'listRuns',
  path: `${base}/runs`,
  summary: 'The report queue of a participant',
  params: one,
  query: z.strictObject({ ...paging, queuedAfter: dayOrInstant.optional(), queuedBefore: dayOrInstant.optional() }),
  reply: pageOf(run),
});

export const getHistory = operation({
  ...read,
  operationId: 'getHistory',
  path: `${base}/history`,
  summary: 'Rounds, submissions and decisions of a participant, oldest first',
  params: one,
  query: none,
  reply: pageOf(schemas.historyEntry),
});

export const getSnapshot = operation({
  ...read,
  operationId: 'getSnapshot',
  path: '/v1/snapshots/{id}',
  summary: 'A snapshot and the versions it pins',
  params: z.strictObject({ id: snapshotId }),
  query: none,
  reply: snapshot,
});

export const verifySnapshot = operation({
  ...read,
  operationId: 'verifySnapshot',
  path: '/v1/snapshots/{id}/verify',
  summary: 'Reads every pinned object again and compares its hash',
  params: z.strictObject({ id: snapshotId }),
  query: none,
  reply: verifyReply,
});

export const certificationOperations = [
  listCertifications,
  getCertification,
  startCertification,
  runStep,
  completeStep,
  takeSnapshot,
  submitCertification,
  withdrawSubmission,
  confirmSent,
  requestRecertification,
  withdrawRecertificationRequest,
  listRuns,
  getHistory,
  getSnapshot,
  verifySnapshot,
] as const;
