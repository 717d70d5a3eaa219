import * as z from 'zod';
import { resourcesOfType } from '../assembly/assembly.ts';
import { region } from '../assembly/identity.ts';
import type { Resource } from '../runtime.ts';
import type { NeededRight } from './operation.ts';

/** The rights on a customer's key that come with rights on what it encrypts. */
export type KeyRights = (rights: readonly NeededRight[]) => NeededRight[];

const tableProperties = z.object({
  SSESpecification: z.object({ KMSMasterKeyId: z.string().optional() }).prefault({}),
});
const queueProperties = z.object({ KmsMasterKeyId: z.string().optional() });
const encryptionRule = z.object({
  ServerSideEncryptionByDefault: z.object({ KMSMasterKeyID: z.string().optional() }).prefault({}),
});
const bucketProperties = z.object({
  BucketEncryption: z.object({ ServerSideEncryptionConfiguration: z.array(encryptionRule) }).optional(),
});

/** What each service does with the key on the caller's behalf; a part of an upload is decrypted to be joined with the others. */
const keyActions: Readonly<Record<string, readonly string[]>> = {
  's3:GetObject': ['kms:Decrypt'],
  's3:PutObject': ['kms:Decrypt', 'kms:GenerateDataKey'],
  'sqs:ReceiveMessage': ['kms:Decrypt'],
  'sqs:SendMessage': ['kms:Decrypt', 'kms:GenerateDataKey'],
};

/**
 * Nothing is encrypted on this machine, but a role that may not use the key would fail when deployed, so it fails here:
 * every access to a table, object or queue under a key of the template asks for the key as that service would.
 */
export function createKeyRights(resources: readonly Resource[]): KeyRights {
  const keys = new Map([
    ...resourcesOfType(resources, 'AWS::DynamoDB::Table').map(
      ({ arn, properties }) => [arn, tableProperties.parse(properties).SSESpecification.KMSMasterKeyId] as const,
    ),
    ...resourcesOfType(resources, 'AWS::SQS::Queue').map(
      ({ arn, properties }) => [arn, queueProperties.parse(properties).KmsMasterKeyId] as const,
    ),
    ...resourcesOfType(resources, 'AWS::S3::Bucket').map(({ arn, properties }) => {
      const [rule] = bucketProperties.parse(properties).BucketEncryption?.ServerSideEncryptionConfiguration ?? [];
      return [arn, rule?.ServerSideEncryptionByDefault.KMSMasterKeyID] as const;
    }),
  ]);
  return (rights) =>
    rights.flatMap(({ action, resources: [resource = ''] }) => {
      const key = keys.get(encryptedArn(resource));
      // A key of AWS itself (`alias/aws/...`) needs no right.
      if (!key?.startsWith('arn:') || key.includes(':alias/aws/')) return [];
      const service = action.split(':', 1)[0] ?? '';
      const actions = service === 'dynamodb' ? ['kms:Decrypt'] : (keyActions[action] ?? []);
      const context = { 'kms:ViaService': [`${service}.${region}.amazonaws.com`] };
      return actions.map((keyAction) => ({ action: keyAction, resources: [key], context }));
    });
}

/** An index lies under its table's key, an object under its bucket's. */
function encryptedArn(resource: string): string {
  return resource.startsWith('arn:aws:s3:') ? resource.replace(/\/.*$/s, '') : resource.replace(/\/index\/.*$/, '');
}
