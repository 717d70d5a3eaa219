import * as z from 'zod';
import { auditEntry, auditSeal } from '../schemas/audit.ts';
import * as schemas from '../schemas/certification-event.ts';
import { certificationEventId, organizationId, userId } from '../schemas/ids.ts';
import { countedPageOf, pageOf, paging } from '../schemas/paging.ts';
import { participant, participantStatus } from '../schemas/participant.ts';
import { datamartView, run, snapshot, snapshotSchedule } from '../schemas/run.ts';
import { calendarDate, text } from '../schemas/text.ts';
import { operation } from './operation.ts';

const none = z.strictObject({});
const one = z.strictObject({ id: certificationEventId });
const oneParticipant = z.strictObject({ id: certificationEventId, orgId: organizationId });
const base = '/v1/certification-events';
const shared = { area: 'events', auth: 'token', ifMatch: false } as const;
const read = { ...shared, method: 'GET', body: null, status: 200 } as const;
const post = { ...shared, method: 'POST', query: none } as const;

export const listParticipants = operation({
  ...read,
  operationId: 'listParticipants',
  path: `${base}/{id}/participants`,
  summary: 'Certification status of all participants',
  params: one,
  query: z.strictObject({
    ...paging,
    status: z.array(participantStatus).optional(),
    name: text(200).optional(),
    sort: z.enum(['name', '-name', 'number', '-number', 'status', '-status']).default('name'),
  }),
  reply: countedPageOf(participant),
});

export const getParticipant = operation({
  ...read,
  operationId: 'getParticipant',
  path: `${base}/{id}/participants/{orgId}`,
  summary: 'One participant with its people',
  params: oneParticipant,
  query: none,
  reply: participant,
});

export const decide = operation({
  ...post,
  operationId: 'decide',
  path: `${base}/{id}/decisions`,
  summary: 'Approves, sends back, un-approves or declines, each participant on its own',
  params: one,
  body: schemas.decisionBody,
  reply: schemas.decisionResults,
  status: 200,
});

const overridePath = `${base}/{id}/participants/{orgId}/due-date-overrides/{userId}`;
const overrideParams = z.strictObject({ id: certificationEventId, orgId: organizationId, userId });

export const overrideDueDate = operation({
  ...shared,
  operationId: 'overrideDueDate',
  method: 'PUT',
  path: overridePath,
  summary: 'Gives one certifier, or ALL of a participant, a later due date',
  params: overrideParams,
  query: none,
  body: schemas.dueDateBody,
  reply: participant,
  status: 200,
  ifMatch: true,
});

export const removeOverride = operation({
  ...shared,
  operationId: 'removeOverride',
  method: 'DELETE',
  path: overridePath,
  summary: 'Takes a due date override back',
  params: overrideParams,
  query: none,
  body: null,
  reply: null,
  status: 204,
  ifMatch: true,
});

export const listSnapshots = operation({
  ...read,
  operationId: 'listSnapshots',
  path: `${base}/{id}/snapshots`,
  summary: 'Snapshots taken, and those scheduled',
  params: one,
  query: z.strictObject({ ...paging }),
  reply: z.object({
    snapshots: z.array(snapshot),
    schedules: z.array(snapshotSchedule),
    nextCursor: z.string().nullable(),
  }),
});

export const takeSnapshots = operation({
  ...post,
  operationId: 'takeSnapshots',
  path: `${base}/{id}/snapshots`,
  summary: 'Takes snapshots of these participants, or of all that have none in their round',
  params: one,
  body: schemas.takeSnapshotsBody,
  reply: schemas.snapshotsAsked,
  status: 202,
});

export const getDatamart = operation({
  ...read,
  operationId: 'getDatamart',
  path: `${base}/{id}/datamart`,
  summary: 'The views in which the data of its snapshots can be queried: their columns, and how much they hold',
  params: one,
  query: none,
  reply: z.array(datamartView),
});

export const messageCertifiers = operation({
  ...post,
  operationId: 'messageCertifiers',
  path: `${base}/{id}/messages`,
  summary: 'Writes to certifiers and reviewers, in their Message Centers and by mail',
  params: one,
  body: schemas.messageBody,
  reply: schemas.message,
  status: 201,
});

export const listMessages = operation({
  ...read,
  operationId: 'listMessages',
  path: `${base}/{id}/messages`,
  summary: 'What was written to whom, newest first',
  params: one,
  query: z.strictObject({ ...paging }),
  reply: pageOf(schemas.message),
});

const runsPath = `${base}/{id}/participants/{orgId}/runs`;

export const listStateRuns = operation({
  ...read,
  operationId: 'listStateRuns',
  path: runsPath,
  summary: "The state's own runs over its copy and the snapshot of a participant, newest first",
  params: oneParticipant,
  query: z.strictObject({ ...paging }),
  reply: pageOf(run),
});

export const runOnLane = operation({
  ...post,
  operationId: 'runOnLane',
  path: runsPath,
  summary: 'Runs any active group over the state copy or the snapshot; the district does not see it',
  params: oneParticipant,
  body: schemas.runOnLaneBody,
  reply: run,
  status: 202,
});

export const validateParticipants = operation({
  ...post,
  operationId: 'validateParticipants',
  path: `${base}/{id}/runs`,
  summary:
    'Runs a group over the state copy or the snapshot of these participants, or of all that fit, the biggest first',
  params: one,
  body: schemas.validateParticipantsBody,
  reply: schemas.validationsAsked,
  status: 202,
});

export const listAuditEntries = operation({
  ...read,
  operationId: 'listAuditEntries',
  path: `${base}/{id}/audit`,
  summary: 'Who did what, hash-chained for each entity, oldest first; a filtered page may hold fewer and go on',
  params: one,
  query: z.strictObject({
    ...paging,
    /** Part of the user id, and of the command. */
    actor: text(200).optional(),
    command: text(100).optional(),
    after: calendarDate.optional(),
    before: calendarDate.optional(),
  }),
  reply: pageOf(auditEntry),
});

export const listAuditSeals = operation({
  ...read,
  operationId: 'listAuditSeals',
  path: `${base}/{id}/audit/seals`,
  summary: 'Merkle roots over the newest entries of all chains, oldest first',
  params: one,
  query: z.strictObject({ ...paging }),
  reply: pageOf(auditSeal),
});

export const participantOperations = [
  listParticipants,
  getParticipant,
  decide,
  overrideDueDate,
  removeOverride,
  listSnapshots,
  takeSnapshots,
  getDatamart,
  messageCertifiers,
  listMessages,
  listStateRuns,
  runOnLane,
  validateParticipants,
  listAuditEntries,
  listAuditSeals,
] as const;
