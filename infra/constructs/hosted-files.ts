import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { plainBucket } from './plain-bucket.ts';
import type { Issuer } from './sign-in.ts';

const fromRoot = (path: string): string => new URL(`../../${path}`, import.meta.url).pathname;

export interface HostedFilesProps {
  readonly bucket: Bucket;
  readonly distribution: Distribution;
  readonly issuer: Issuer;
}

/** Puts the built pages into their bucket, with `config.json` telling them who signs people in. */
export class HostedFiles extends Construct {
  constructor(scope: Construct, id: string, { bucket, distribution, issuer }: HostedFilesProps) {
    super(scope, id);
    new BucketDeployment(this, 'Files', {
      sources: [
        Source.asset(fromRoot('dist/frontend')),
        Source.jsonData('config.json', {
          authority: issuer.url,
          clientId: issuer.clientId,
          scope: `openid profile email ${issuer.apiScope}`,
        }),
      ],
      destinationBucket: plainBucket(bucket),
      distribution,
      distributionPaths: ['/*'],
      cacheControl: [CacheControl.noCache()],
      memoryLimit: 512,
      logGroup: new LogGroup(this, 'Log', { retention: RetentionDays.ONE_YEAR }),
    });
  }
}
