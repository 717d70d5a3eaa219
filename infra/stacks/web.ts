import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { tellOfDrops } from '../constructs/drop.ts';
import { uploadLifetimes } from '../constructs/lifetimes.ts';
import { logAccess } from '../constructs/log-bucket.ts';
import { physicalName, uploadsBucketName } from '../constructs/naming.ts';
import { OriginKeys } from '../constructs/origin-keys.ts';
import { Pages } from '../constructs/pages.ts';
import { signInOrigins } from '../constructs/sign-in-origins.ts';
import { StoreBucket, unfinishedUploads } from '../constructs/store-bucket.ts';
import type { Settings } from '../settings.ts';
import type { DataStack } from './data.ts';

/**
 * What a browser speaks to: the public origin, the API's address (its doors are in the app stack, which needs to know
 * the origin) and the bucket that files are sent to. Before the app stack, so that one deployment is enough.
 */
export class WebStack extends Stack {
  readonly api: CfnApi;
  readonly pagesBucket: Bucket;
  readonly pages: Pages;
  readonly uploads: StoreBucket;

  constructor(
    scope: Construct,
    id: string,
    { settings, data, ...props }: StackProps & { readonly settings: Settings; readonly data: DataStack },
  ) {
    super(scope, id, props);
    this.api = new CfnApi(this, 'Api', { name: physicalName(settings.stage, 'api'), protocolType: 'HTTP' });
    this.pagesBucket = new Bucket(this, 'PagesBucket', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      lifecycleRules: [unfinishedUploads],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    logAccess(this.pagesBucket, data.logs, 'pages/');

    const uploads = uploadsBucketName(this, settings.stage);
    const keys = new OriginKeys(this, 'OriginKeys', {
      stage: settings.stage,
      key: data.key.key,
      number: settings.originKey,
    });
    this.pages = new Pages(this, 'Pages', {
      settings,
      bucket: this.pagesBucket,
      logs: data.logs,
      apiId: this.api.ref,
      originKey: keys.sent,
      otherOrigins: {
        spokenTo: [`https://${uploads}.s3.${this.region}.${this.urlSuffix}`, ...signInOrigins(this, settings)],
        framed: [`https://${data.reports.bucket.bucketRegionalDomainName}`],
      },
    });
    // Named, not referenced: a key must be there before somebody sends it.
    this.pages.distribution.node.addDependency(keys);
    this.uploads = new StoreBucket(this, 'Uploads', {
      variable: 'UPLOADS_BUCKET',
      key: data.key,
      logs: data.logs,
      // By convention: the pages' policy names the bucket, and the bucket names the pages.
      bucketName: uploads,
      cors: [
        {
          allowedOrigins: [this.pages.origin],
          allowedMethods: [HttpMethods.PUT, HttpMethods.GET, HttpMethods.HEAD],
          allowedHeaders: ['content-type', 'content-md5', 'x-amz-*'],
          exposedHeaders: ['ETag'],
          maxAge: 3600,
        },
      ],
      lifecycleRules: uploadLifetimes,
    });
    tellOfDrops(this.uploads.bucket, data.ingestQueue);
    new CfnOutput(this, 'Origin', { value: this.pages.origin, description: 'Where people open Attest' });
  }
}
