import { expect, it } from 'vitest';
import { aResource } from '../testing/resource.ts';
import { createKeyRights } from './key-rights.ts';

const key = 'arn:aws:kms:us-east-1:000000000000:key/data';
const table = 'arn:aws:dynamodb:us-east-1:000000000000:table/letters';

const rightsWithKey = createKeyRights([
  { ...aResource('AWS::DynamoDB::Table', 'letters', { SSESpecification: { KMSMasterKeyId: key } }), arn: table },
  {
    ...aResource('AWS::S3::Bucket', 'data', {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { KMSMasterKeyID: key } }],
      },
    }),
    arn: 'arn:aws:s3:::data',
  },
  { ...aResource('AWS::S3::Bucket', 'plain', {}), arn: 'arn:aws:s3:::plain' },
]);
const keyActions = (action: string, resource: string) =>
  rightsWithKey([{ action, resources: [resource] }]).map((right) => right.action);

it('asks for the key of what is read or written, through the service that uses it', () => {
  expect(rightsWithKey([{ action: 'dynamodb:Query', resources: [`${table}/index/GSI1`] }])).toStrictEqual([
    { action: 'kms:Decrypt', resources: [key], context: { 'kms:ViaService': ['dynamodb.us-east-1.amazonaws.com'] } },
  ]);
  expect(keyActions('s3:GetObject', 'arn:aws:s3:::data/a/b')).toStrictEqual(['kms:Decrypt']);
  expect(keyActions('s3:PutObject', 'arn:aws:s3:::data/a/b')).toStrictEqual(['kms:Decrypt', 'kms:GenerateDataKey']);
});

it('asks for no key where there is none, or nothing is opened', () => {
  expect(keyActions('s3:GetObject', 'arn:aws:s3:::plain/a')).toStrictEqual([]);
  expect(keyActions('s3:ListBucket', 'arn:aws:s3:::data')).toStrictEqual([]);
  expect(keyActions('sqs:SendMessage', 'arn:aws:sqs:us-east-1:000000000000:work')).toStrictEqual([]);
});
