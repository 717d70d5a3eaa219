import * as z from 'zod';
import * as schemas from '../schemas/certification-event.ts';
import { certificationEventId } from '../schemas/ids.ts';
import { countedPageOf, paging, yearFilter } from '../schemas/paging.ts';
import { text } from '../schemas/text.ts';
import { operation } from './operation.ts';

const none = z.strictObject({});
const one = z.strictObject({ id: certificationEventId });
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
  reply: countedPageOf(schemas.certificationEventSummary),
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

export const placeLegalHold = operation({
  ...post,
  operationId: 'placeLegalHold',
  path: `${base}/{id}/legal-hold`,
  summary: 'Keeps the rows and reports of a closed one beyond the retention rule',
  params: one,
  body: schemas.legalHoldBody,
  reply: schemas.certificationEvent,
  status: 200,
});

export const releaseLegalHold = operation({
  ...post,
  operationId: 'releaseLegalHold',
  path: `${base}/{id}/legal-hold/release`,
  summary: 'Leaves a closed one to the retention rule again',
  params: one,
  body: schemas.legalHoldBody,
  reply: schemas.certificationEvent,
  status: 200,
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
  placeLegalHold,
  releaseLegalHold,
] as const;
