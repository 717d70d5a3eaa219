import * as z from 'zod';
import { auditEntry } from '../schemas/audit.ts';
import * as schemas from '../schemas/certification-event.ts';
import { certificationEventId, organizationId, userId } from '../schemas/ids.ts';
import { pageOf, paging, yearFilter } from '../schemas/paging.ts';
import { participant } from '../schemas/participant.ts';
import { snapshot, snapshotSchedule } from '../schemas/run.ts';
import { text } from '../schemas/text.ts';
import { operation } from './operation.ts';

const none = z.strictObject({});
const one = z.strictObject({ id: certificationEventId });
const oneParticipant = z.strictObject({ id: certificationEventId, orgId: organizationId });
const base = '/v1/certification-events';
const shared = { area: 'events', auth: 'token', ifMatch: false } as const;
const read = { ...shared, method: 'GET', body: null, status: 200 } as const;
const post = { ...shared, method: 'POST', query: none } as const;

export const listCertificationEvents = operation({
  ...read,
  operationId: 'listCertificationEvents',
  path: base,
  summary: 'Certification events with filters, sorted by name',
  params: none,
  query: z.strictObject({
    ...paging,
    name: text(200).optional(),
    status: z.array(z.enum(['OPEN', 'PUBLISHING', 'PUBLISHED', 'CLOSED'])).optional(),
    reportingYear: yearFilter.optional(),
    sort: z.enum(['name', '-name', 'status', '-status', 'reportingYear', '-reportingYear']).default('name'),
  }),
  reply: pageOf(schemas.certificationEventSummary),
});

export const createCertificationEvent = operation({
  ...post,
  operationId: 'createCertificationEvent',
  path: base,
  summary: 'Saves a new certification event; nobody else sees it before it is published',
  params: none,
  body: schemas.definitionBody,
  reply: schemas.certificationEvent,
  status: 201,
});

export const getCertificationEvent = operation({
  ...read,
  operationId: 'getCertificationEvent',
  path: `${base}/{id}`,
  summary: 'One certification event: the published definition and the draft',
  params: one,
  query: none,
  reply: schemas.certificationEvent,
});

export const replaceCertificationEvent = operation({
  ...shared,
  operationId: 'replaceCertificationEvent',
  method: 'PUT',
  path: `${base}/{id}`,
  summary: 'Saves changes; of a published one as unpublished changes',
  params: one,
  query: none,
  body: schemas.definitionBody,
  reply: schemas.certificationEvent,
  status: 200,
  ifMatch: true,
});

export const deleteCertificationEvent = operation({
  ...shared,
  operationId: 'deleteCertificationEvent',
  method: 'DELETE',
  path: `${base}/{id}`,
  summary: 'Deletes one that was never published',
  params: one,
  query: none,
  body: null,
  reply: null,
  status: 204,
  ifMatch: true,
});

export const publishCertificationEvent = operation({
  ...post,
  operationId: 'publishCertificationEvent',
  path: `${base}/{id}/publish`,
  summary: 'Publishes it, or its changes, to all participants',
  params: one,
  body: schemas.publishBody,
  reply: schemas.certificationEvent,
  status: 202,
});

export const previewPublish = operation({
  ...read,
  operationId: 'previewPublish',
  path: `${base}/{id}/publish-preview`,
  summary: 'What publishing would change, and what stands against it',
  params: one,
  query: none,
  reply: schemas.publishPreview,
});

export const copyCertificationEvent = operation({
  ...post,
  operationId: 'copyCertificationEvent',
  path: `${base}/{id}/copy`,
  summary: 'A new open one with the same definition, without dates',
  params: one,
  body: none,
  reply: schemas.certificationEvent,
  status: 201,
});

export const discardChanges = operation({
  ...post,
  operationId: 'discardChanges',
  path: `${base}/{id}/discard-changes`,
  summary: 'Drops the unpublished changes',
  params: one,
  body: none,
  reply: schemas.certificationEvent,
  status: 200,
});

export const closeCertificationEvent = operation({
  ...post,
  operationId: 'closeCertificationEvent',
  path: `${base}/{id}/close`,
  summary: 'Ends it for good; districts see it only in their archive',
  params: one,
  body: schemas.closeBody,
  reply: schemas.certificationEvent,
  status: 200,
});

export const listParticipants = operation({
  ...read,
  operationId: 'listParticipants',
  path: `${base}/{id}/participants`,
  summary: 'Certification status of all participants',
  params: one,
  query: z.strictObject({
    ...paging,
    status: z
      .array(z.enum(['IN_PROGRESS', 'SENT', 'APPROVED', 'RECERT_REQUESTED', 'RECERT_IN_PROGRESS', 'WITHDRAWN']))
      .optional(),
    name: text(200).optional(),
    sort: z.enum(['name', '-name', 'number', '-number', 'status', '-status']).default('name'),
  }),
  reply: pageOf(participant),
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

export const listAuditEntries = operation({
  ...read,
  operationId: 'listAuditEntries',
  path: `${base}/{id}/audit`,
  summary: 'Who did what, hash-chained for each entity, oldest first',
  params: one,
  query: z.strictObject({ ...paging }),
  reply: pageOf(auditEntry),
});

export const eventOperations = [
  listCertificationEvents,
  createCertificationEvent,
  getCertificationEvent,
  replaceCertificationEvent,
  deleteCertificationEvent,
  publishCertificationEvent,
  previewPublish,
  copyCertificationEvent,
  discardChanges,
  closeCertificationEvent,
  listParticipants,
  getParticipant,
  decide,
  overrideDueDate,
  removeOverride,
  listSnapshots,
  takeSnapshots,
  listAuditEntries,
] as const;
