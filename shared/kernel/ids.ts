import type { Brand } from './brand.ts';

export type CertificationEventId = Brand<string, 'CertificationEventId'>;
export type OrganizationId = Brand<string, 'OrganizationId'>;
export type UserId = Brand<string, 'UserId'>;
export type CategoryId = Brand<string, 'CategoryId'>;
export type RuleId = Brand<string, 'RuleId'>;
export type GroupId = Brand<string, 'GroupId'>;
export type RunId = Brand<string, 'RunId'>;
export type SnapshotId = Brand<string, 'SnapshotId'>;
export type UploadId = Brand<string, 'UploadId'>;
export type RequestId = Brand<string, 'RequestId'>;
export type AlertId = Brand<string, 'AlertId'>;
export type MessageId = Brand<string, 'MessageId'>;

// The one place where a text becomes an id. Walls check the text before (`isIdText`); inside, ids only travel.
const branded =
  <Id extends Brand<string, string>>() =>
  (text: string) =>
    text as Id;

export const certificationEventId = branded<CertificationEventId>();
export const organizationId = branded<OrganizationId>();
export const userId = branded<UserId>();
export const categoryId = branded<CategoryId>();
export const ruleId = branded<RuleId>();
export const groupId = branded<GroupId>();
export const runId = branded<RunId>();
export const snapshotId = branded<SnapshotId>();
export const uploadId = branded<UploadId>();
export const requestId = branded<RequestId>();
export const alertId = branded<AlertId>();
export const messageId = branded<MessageId>();

/** Ids go into keys and object names, so nothing but these characters is an id (reliability: path traversal). */
export const idPattern = /^[A-Za-z0-9_-]{1,64}$/;
