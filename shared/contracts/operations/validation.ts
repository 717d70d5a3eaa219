import * as z from 'zod';
import { groupId, organizationId, ruleId, runId } from '../schemas/ids.ts';
import { flag, pageOf, paging } from '../schemas/paging.ts';
import {
  groupBody,
  groupChangeBody,
  oneGroup,
  oneRule,
  rule,
  ruleBody,
  ruleChangeBody,
  ruleCheckBody,
  ruleCheckReply,
  ruleVersionBody,
  severity,
  validationGroup,
  writtenRule,
} from '../schemas/rule-library.ts';
import { findingsPage, findingsQuery, reportLink, reportQuery, run, runStatus } from '../schemas/run.ts';
import { text } from '../schemas/text.ts';
import { operation } from './operation.ts';

const none = z.strictObject({});
const oneRun = z.strictObject({ id: runId });
const ruleById = z.strictObject({ id: ruleId });
const groupById = z.strictObject({ id: groupId });
const versionNumber = z
  .string()
  .regex(/^\d{1,6}$/, 'is not a version')
  .transform(Number);
const shared = { area: 'validation', auth: 'token', ifMatch: false } as const;
const read = { ...shared, method: 'GET', body: null, status: 200 } as const;
const post = { ...shared, method: 'POST', query: none } as const;

export const listRules = operation({
  ...read,
  operationId: 'listRules',
  path: '/v1/rules',
  summary: 'Validation rules, newest versions',
  params: none,
  query: z.strictObject({ ...paging, name: text(200).optional(), severity: severity.optional() }),
  reply: pageOf(rule),
});

export const getRule = operation({
  ...read,
  operationId: 'getRule',
  path: '/v1/rules/{id}',
  summary: 'One rule in its newest version or the one asked for, with its change log',
  params: ruleById,
  query: z.strictObject({ version: versionNumber.optional() }),
  reply: oneRule,
});

export const createRule = operation({
  ...post,
  operationId: 'createRule',
  path: '/v1/rules',
  summary: 'A new rule, when its query may run as one',
  params: none,
  body: ruleBody,
  reply: writtenRule,
  status: 201,
});

export const createRuleVersion = operation({
  ...post,
  operationId: 'createRuleVersion',
  path: '/v1/rules/{id}/versions',
  summary: 'A new version of a rule; what pins an older one keeps it',
  params: ruleById,
  body: ruleVersionBody,
  reply: writtenRule,
  status: 201,
});

export const changeRule = operation({
  ...shared,
  method: 'PATCH',
  operationId: 'changeRule',
  path: '/v1/rules/{id}',
  summary: 'Activates, archives or brings back a rule',
  params: ruleById,
  query: none,
  body: ruleChangeBody,
  reply: rule,
  status: 200,
  ifMatch: true,
});

export const checkRule = operation({
  ...post,
  operationId: 'checkRule',
  path: '/v1/rules/check',
  summary: 'Judges a query and tries it on the data of one organization; nothing is kept but that rows were shown',
  params: none,
  body: ruleCheckBody,
  reply: ruleCheckReply,
  status: 200,
});

export const listValidationGroups = operation({
  ...read,
  operationId: 'listValidationGroups',
  path: '/v1/validation-groups',
  summary: 'Validation groups',
  params: none,
  query: z.strictObject({
    ...paging,
    name: text(200).optional(),
    level: z.enum(['DISTRICT', 'SCHOOL']).optional(),
    active: flag.optional(),
  }),
  reply: pageOf(validationGroup),
});

export const getValidationGroup = operation({
  ...read,
  operationId: 'getValidationGroup',
  path: '/v1/validation-groups/{id}',
  summary: 'One validation group with its rules in order',
  params: groupById,
  query: none,
  reply: oneGroup,
});

export const createValidationGroup = operation({
  ...post,
  operationId: 'createValidationGroup',
  path: '/v1/validation-groups',
  summary: 'A new group of rules that are reported together',
  params: none,
  body: groupBody,
  reply: validationGroup,
  status: 201,
});

export const changeValidationGroup = operation({
  ...shared,
  method: 'PATCH',
  operationId: 'changeValidationGroup',
  path: '/v1/validation-groups/{id}',
  summary: 'Changes a group; what was published keeps the version it was published with',
  params: groupById,
  query: none,
  body: groupChangeBody,
  reply: validationGroup,
  status: 200,
  ifMatch: true,
});

export const listQueue = operation({
  ...read,
  operationId: 'listQueue',
  path: '/v1/runs',
  summary: 'Waiting and running validations of everybody, in the order they will run',
  params: none,
  query: z.strictObject({
    ...paging,
    organizationId: organizationId.optional(),
    status: z.array(runStatus).optional(),
    step: z.enum(['district-validation', 'state-validation', 'snapshot-validation']).optional(),
  }),
  reply: pageOf(run),
});

export const getRun = operation({
  ...read,
  operationId: 'getRun',
  path: '/v1/runs/{id}',
  summary: 'One run: progress while it works, its summary afterwards',
  params: oneRun,
  query: none,
  reply: run,
});

export const listFindings = operation({
  ...read,
  operationId: 'listFindings',
  path: '/v1/runs/{id}/findings',
  summary: 'Rows that rules returned',
  params: oneRun,
  query: findingsQuery,
  reply: findingsPage,
});

export const getRunReport = operation({
  ...read,
  operationId: 'getRunReport',
  path: '/v1/runs/{id}/report',
  summary: 'A link to the report, which counts as viewing it, or to the rows of one rule or cause',
  params: oneRun,
  query: reportQuery,
  reply: reportLink,
});

export const retryRun = operation({
  ...post,
  operationId: 'retryRun',
  path: '/v1/runs/{id}/retry',
  summary: 'Runs a failed or cancelled run again, as a new run',
  params: oneRun,
  body: none,
  reply: run,
  status: 202,
});

export const cancelRun = operation({
  ...post,
  operationId: 'cancelRun',
  path: '/v1/runs/{id}/cancel',
  summary: 'Ends a run that has not finished',
  params: oneRun,
  body: none,
  reply: run,
  status: 200,
});

export const validationOperations = [
  listRules,
  getRule,
  createRule,
  createRuleVersion,
  changeRule,
  checkRule,
  listValidationGroups,
  getValidationGroup,
  createValidationGroup,
  changeValidationGroup,
  listQueue,
  getRun,
  listFindings,
  getRunReport,
  retryRun,
  cancelRun,
] as const;
