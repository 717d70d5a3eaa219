import * as z from 'zod';
import { agency, alert, category, dismissAlertsBody, me, organization } from '../schemas/directory.ts';
import { categoryId, organizationId } from '../schemas/ids.ts';
import { pageOf, paging, flag } from '../schemas/paging.ts';
import { dayOrInstant, text } from '../schemas/text.ts';
import { operation } from './operation.ts';

const none = z.strictObject({});
const read = { method: 'GET', area: 'directory', auth: 'token', body: null, status: 200, ifMatch: false } as const;

export const getMe = operation({
  ...read,
  operationId: 'getMe',
  path: '/v1/me',
  summary: 'Who is signed in, with rights and memberships',
  params: none,
  query: none,
  reply: me,
});

export const getSettings = operation({
  ...read,
  operationId: 'getSettings',
  path: '/v1/settings',
  summary: 'The agency and its time zone',
  params: none,
  query: none,
  reply: agency,
});

export const listOrganizations = operation({
  ...read,
  operationId: 'listOrganizations',
  path: '/v1/organizations',
  summary: 'Districts and schools; local users see their own tree',
  params: none,
  query: z.strictObject({
    ...paging,
    type: z.enum(['STATE', 'REGION', 'DISTRICT', 'SCHOOL']).optional(),
    parentOrganizationId: organizationId.optional(),
    name: text(200).optional(),
  }),
  reply: pageOf(organization),
});

export const getOrganization = operation({
  ...read,
  operationId: 'getOrganization',
  path: '/v1/organizations/{orgId}',
  summary: 'One organization',
  params: z.strictObject({ orgId: organizationId }),
  query: none,
  reply: organization,
});

export const listCategories = operation({
  ...read,
  operationId: 'listCategories',
  path: '/v1/categories',
  summary: 'Certification categories',
  params: none,
  query: z.strictObject({
    ...paging,
    name: text(200).optional(),
    level: z.enum(['DISTRICT', 'SCHOOL']).optional(),
    active: flag.optional(),
    published: flag.optional(),
  }),
  reply: pageOf(category),
});

export const getCategory = operation({
  ...read,
  operationId: 'getCategory',
  path: '/v1/categories/{id}',
  summary: 'One category with its state members',
  params: z.strictObject({ id: categoryId }),
  query: none,
  reply: category,
});

export const listAlerts = operation({
  ...read,
  operationId: 'listAlerts',
  path: '/v1/alerts',
  summary: 'The Message Center: process alerts, newest first',
  params: none,
  query: z.strictObject({
    ...paging,
    name: text(200).optional(),
    process: text(100).optional(),
    postedAfter: dayOrInstant.optional(),
    postedBefore: dayOrInstant.optional(),
  }),
  reply: pageOf(alert),
});

export const readAlert = operation({
  operationId: 'readAlert',
  method: 'POST',
  path: '/v1/alerts/{id}/read',
  area: 'directory',
  auth: 'token',
  summary: 'Marks an alert as read',
  params: z.strictObject({ id: text(200) }),
  query: none,
  body: none,
  reply: alert,
  status: 200,
  ifMatch: false,
});

export const dismissAlerts = operation({
  operationId: 'dismissAlerts',
  method: 'POST',
  path: '/v1/alerts/dismiss',
  area: 'directory',
  auth: 'token',
  summary: 'Takes alerts out of the inbox; a required open one stays',
  params: none,
  query: none,
  body: dismissAlertsBody,
  reply: z.object({ dismissed: z.array(z.string()) }),
  status: 200,
  ifMatch: false,
});

export const getOpenApi = operation({
  operationId: 'getOpenApi',
  method: 'GET',
  path: '/v1/openapi.json',
  area: 'directory',
  auth: 'none',
  summary: 'This contract as OpenAPI 3.1',
  params: none,
  query: none,
  body: null,
  reply: z.looseObject({ openapi: z.string() }),
  status: 200,
  ifMatch: false,
});

export const directoryOperations = [
  getMe,
  getSettings,
  listOrganizations,
  getOrganization,
  listCategories,
  getCategory,
  listAlerts,
  readAlert,
  dismissAlerts,
  getOpenApi,
] as const;
