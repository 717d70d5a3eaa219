import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { type PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { allow } from './use.ts';

const encryptAndDecrypt = [
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

/** The one key over everything that can name a student: table, lanes, reports, uploads, logs, environments. */
export class DataKey extends Construct {
  readonly key: Key;

  constructor(scope: Construct, id: string, alias: string) {
    super(scope, id);
    const { region, partition, account } = Stack.of(this);
    this.key = new Key(this, 'Key', { enableKeyRotation: true, alias, removalPolicy: RemovalPolicy.RETAIN });
    const logGroups = `arn:${partition}:logs:${region}:${account}:log-group:*`;
    const logs = allow(encryptAndDecrypt, ['*'], { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': logGroups } });
    logs.addPrincipals(new ServicePrincipal(`logs.${region}.amazonaws.com`));
    this.key.addToResourcePolicy(logs);
  }

  /** All that DynamoDB wants of whoever uses a table under a key of the customer's. */
  throughTable(): PolicyStatement {
    return this.#through('dynamodb', encryptAndDecrypt);
  }

  /** What S3 wants for reading, or for writing, which opens the parts of an upload to join them. */
  throughObjects(use: 'read' | 'write'): PolicyStatement {
    return this.#through('s3', use === 'read' ? ['kms:Decrypt'] : ['kms:Decrypt', 'kms:GenerateDataKey']);
  }

  /** The key as that service uses it on behalf of a role; the role cannot use it for anything else. */
  #through(service: 'dynamodb' | 's3', actions: readonly string[]): PolicyStatement {
    const { region, urlSuffix } = Stack.of(this.key);
    return allow(actions, [this.key.keyArn], {
      StringEquals: { 'kms:ViaService': `${service}.${region}.${urlSuffix}` },
    });
  }
}
