import { Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  FunctionEventType,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { originKeyHeader } from '../../shared/contracts/origin-key.ts';
import type { Settings } from '../settings.ts';
import { apiHeaders, type OtherOrigins, pagesHeaders } from './pages-headers.ts';
import { plainBucket } from './plain-bucket.ts';
import { singlePage } from './single-page.ts';

export interface PagesProps {
  readonly settings: Settings;
  readonly bucket: Bucket;
  readonly logs: Bucket;
  readonly apiId: string;
  /** What the API knows the CDN by. */
  readonly originKey: string;
  readonly otherOrigins: OtherOrigins;
}

/** One public origin: the pages, and the API below `/v1/`. Nothing of the API is cached and its 404 stays a 404. */
export class Pages extends Construct {
  readonly distribution: Distribution;
  /** `https://...` without a trailing slash. */
  readonly origin: string;

  constructor(scope: Construct, id: string, { settings, bucket, logs, apiId, originKey, otherOrigins }: PagesProps) {
    super(scope, id);
    const { region, urlSuffix } = Stack.of(this);
    const { ownDomain, webAclArn } = settings;
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `Attest ${settings.stage}`,
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      // CloudFront's own certificate fixes the protocol itself.
      ...(ownDomain && {
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
        domainNames: [ownDomain.name],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', ownDomain.certificateArn),
      }),
      ...(webAclArn && { webAclId: webAclArn }),
      logBucket: plainBucket(logs),
      logFilePrefix: 'cdn/',
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(plainBucket(bucket)),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: pagesHeaders(this, 'Headers', otherOrigins),
        functionAssociations: [
          { function: singlePage(this, 'SinglePage'), eventType: FunctionEventType.VIEWER_REQUEST },
        ],
      },
      additionalBehaviors: {
        '/v1/*': {
          origin: new HttpOrigin(`${apiId}.execute-api.${region}.${urlSuffix}`, {
            protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
            originSslProtocols: [OriginSslPolicy.TLS_V1_2],
            customHeaders: { [originKeyHeader]: originKey },
          }),
          // A redirect would already have carried the token in the clear.
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
          responseHeadersPolicy: apiHeaders(this, 'ApiHeaders'),
        },
      },
    });
    this.origin = `https://${ownDomain?.name ?? this.distribution.distributionDomainName}`;
  }
}
