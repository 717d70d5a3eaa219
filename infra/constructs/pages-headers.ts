import { Duration } from 'aws-cdk-lib';
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  type ResponseHeadersPolicyProps,
  ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

const always = { override: true };

const security = {
  contentTypeOptions: always,
  frameOptions: { frameOption: HeadersFrameOption.DENY, ...always },
  referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, ...always },
  strictTransportSecurity: { accessControlMaxAge: Duration.days(730), includeSubdomains: true, ...always },
};

const policy = (scope: Construct, id: string, contentSecurityPolicy: string): ResponseHeadersPolicy => {
  const props: ResponseHeadersPolicyProps = {
    securityHeadersBehavior: { ...security, contentSecurityPolicy: { contentSecurityPolicy, ...always } },
  };
  return new ResponseHeadersPolicy(scope, id, props);
};

export interface OtherOrigins {
  /** The pages speak to: the bucket that files are sent to, and whoever signs people in. */
  readonly spokenTo: readonly string[];
  /** The pages show in a frame: the bucket that reports are in. */
  readonly framed: readonly string[];
}

/** The pages run their own scripts only and reach this origin and the named ones; nobody frames them. */
export const pagesHeaders = (scope: Construct, id: string, { spokenTo, framed }: OtherOrigins): ResponseHeadersPolicy =>
  policy(
    scope,
    id,
    [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      `connect-src ${["'self'", ...spokenTo].join(' ')}`,
      `frame-src ${framed.join(' ')}`,
      "manifest-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
  );

/** The API answers data: opened as a page it may do nothing at all. */
export const apiHeaders = (scope: Construct, id: string): ResponseHeadersPolicy =>
  policy(scope, id, "default-src 'none'; frame-ancestors 'none'");
