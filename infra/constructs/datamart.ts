import { CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { CfnDatabase } from 'aws-cdk-lib/aws-glue';
import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { DataKey } from './data-key.ts';
import { physicalName } from './naming.ts';
import type { StoreBucket } from './store-bucket.ts';

/** A query over a whole state's year reads below one gigabyte; one that wants ten is a mistake, and ends. */
const mostBytesAQuery = 10 * 1024 ** 3;

export interface DatamartProps {
  readonly stage: string;
  readonly key: DataKey;
  readonly results: StoreBucket;
}

/** Where analysts query what was certified: a catalogue for the tables the product writes, a workgroup with limits. */
export class Datamart extends Construct {
  constructor(scope: Construct, id: string, { stage, key, results }: DatamartProps) {
    super(scope, id);
    const name = physicalName(stage, 'datamart');
    new CfnDatabase(this, 'Database', {
      catalogId: Stack.of(this).account,
      databaseInput: { name: name.replaceAll('-', '_'), description: 'Certified data, by certification event' },
    });
    new CfnWorkGroup(this, 'WorkGroup', {
      name,
      description: 'Queries over certified data, with a limit for each',
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: true,
        requesterPaysEnabled: false,
        bytesScannedCutoffPerQuery: mostBytesAQuery,
        engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
        resultConfiguration: {
          outputLocation: `s3://${results.bucket.bucketName}/athena/`,
          encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKey: key.key.keyArn },
        },
      },
    });
  }
}
