import * as z from 'zod';
import { agency, organization } from '../schemas/directory.ts';
import { organizationId } from '../schemas/ids.ts';
import { newOrganizationBody, organizationChanges, settingsBody } from '../schemas/organization.ts';
import { operation } from './operation.ts';

const none = z.strictObject({});
const shared = { area: 'directory', auth: 'token', query: none } as const;

export const replaceSettings = operation({
  ...shared,
  operationId: 'replaceSettings',
  method: 'PUT',
  path: '/v1/settings',
  summary: 'Name, time zone and policies of the agency',
  params: none,
  body: settingsBody,
  reply: agency,
  status: 200,
  ifMatch: true,
});

export const createOrganization = operation({
  ...shared,
  operationId: 'createOrganization',
  method: 'POST',
  path: '/v1/organizations',
  summary: "A new region, district or school, under the agency's own id",
  params: none,
  body: newOrganizationBody,
  reply: organization,
  status: 201,
  ifMatch: false,
});

export const changeOrganization = operation({
  ...shared,
  operationId: 'changeOrganization',
  method: 'PATCH',
  path: '/v1/organizations/{orgId}',
  summary: 'Another name, number or parent; a school stays in its district',
  params: z.strictObject({ orgId: organizationId }),
  body: organizationChanges,
  reply: organization,
  status: 200,
  ifMatch: true,
});

export const organizationOperations = [replaceSettings, createOrganization, changeOrganization] as const;
