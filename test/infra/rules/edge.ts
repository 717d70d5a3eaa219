import { originKeyHeader } from '../../../shared/contracts/origin-key.ts';
import { firstOf, ofType, rendered, type Resource } from '../template.ts';
import { type Rule, unless } from './rule.ts';

const distribution = 'AWS::CloudFront::Distribution';
const headers = 'AWS::CloudFront::ResponseHeadersPolicy';
const pool = 'AWS::Cognito::UserPool';
const client = 'AWS::Cognito::UserPoolClient';

/** CloudFront’s own policy that caches nothing. */
const cachesNothing = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';

/** An origin of S3 has no protocol of its own: its bucket asks for TLS. */
const isByTls = ({ CustomOriginConfig }: Resource['Properties']): boolean =>
  CustomOriginConfig === undefined ||
  (CustomOriginConfig.OriginProtocolPolicy === 'https-only' &&
    CustomOriginConfig.OriginSSLProtocols.join() === 'TLSv1.2');

const policyOf = ({ Properties }: Resource): string =>
  rendered(Properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentSecurityPolicy?.ContentSecurityPolicy);

export const edgeRules: readonly Rule[] = [
  {
    says: 'pages and API have one origin; the API is never cached and its 404 stays a 404',
    offenders: (all) =>
      unless(ofType(all, distribution), ({ Properties: { DistributionConfig } }) => {
        const [api] = DistributionConfig.CacheBehaviors;
        return (
          api.PathPattern === '/v1/*' &&
          api.ViewerProtocolPolicy === 'https-only' &&
          api.CachePolicyId === cachesNothing &&
          api.FunctionAssociations === undefined &&
          ['https-only', 'redirect-to-https'].includes(DistributionConfig.DefaultCacheBehavior.ViewerProtocolPolicy) &&
          DistributionConfig.Origins.every(isByTls) &&
          DistributionConfig.CustomErrorResponses === undefined &&
          DistributionConfig.DefaultCacheBehavior.FunctionAssociations.length === 1
        );
      }),
    weaken: (all) => {
      firstOf(all, distribution).Properties.DistributionConfig.CustomErrorResponses = [{ ErrorCode: 404 }];
    },
  },
  {
    says: 'the CDN tells the API by a key that nobody sees who it is, and every function of the API takes it and the next one',
    offenders: (all) => {
      const api = ofType(all, 'AWS::Lambda::Function').filter(({ Properties }) =>
        /-api-/.test(Properties.FunctionName),
      );
      const sent = ofType(all, distribution).flatMap(({ Properties: { DistributionConfig } }) =>
        DistributionConfig.Origins.flatMap(
          (origin: { OriginCustomHeaders?: unknown[] }) => origin.OriginCustomHeaders ?? [],
        ),
      );
      const [{ HeaderName, HeaderValue } = { HeaderName: '', HeaderValue: 'none' }, second] = sent;
      const isSecret = /^\{\{resolve:secretsmanager:/.test(rendered(HeaderValue));
      return [
        ...(HeaderName === originKeyHeader && isSecret && second === undefined ? [] : ['the CDN sends no key']),
        ...unless(api, ({ Properties }) => {
          const taken = rendered(Properties.Environment?.Variables.ORIGIN_KEYS).split(' ');
          return taken.length === 2 && taken[0] === rendered(HeaderValue) && taken[1] !== taken[0];
        }),
      ];
    },
    weaken: (all) => {
      for (const origin of firstOf(all, distribution).Properties.DistributionConfig.Origins)
        delete origin.OriginCustomHeaders;
    },
  },
  {
    says: 'the pages’ bucket answers the CDN only',
    offenders: (all) =>
      unless(ofType(all, distribution), ({ Properties: { DistributionConfig } }) =>
        DistributionConfig.Origins.some((origin: object) => 'OriginAccessControlId' in origin),
      ),
    weaken: (all) => {
      for (const origin of firstOf(all, distribution).Properties.DistributionConfig.Origins)
        delete origin.OriginAccessControlId;
    },
  },
  {
    says: 'every answer carries a policy that runs no foreign script and cannot be framed',
    offenders: (all) => {
      const behaviours = ofType(all, distribution).flatMap(({ Properties: { DistributionConfig } }) => [
        DistributionConfig.DefaultCacheBehavior,
        ...DistributionConfig.CacheBehaviors,
      ]);
      return [
        ...behaviours
          .filter((one) => one.ResponseHeadersPolicyId === undefined)
          .map(() => 'a behaviour without headers'),
        ...unless(ofType(all, headers), (one) => {
          const policy = policyOf(one);
          return (
            policy.includes("default-src 'none'") &&
            policy.includes("frame-ancestors 'none'") &&
            !/unsafe|\*|http:/.test(policy)
          );
        }),
      ];
    },
    weaken: (all) => {
      const { SecurityHeadersConfig } = firstOf(all, headers).Properties.ResponseHeadersPolicyConfig;
      SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy =
        "default-src 'none'; script-src 'unsafe-inline'";
    },
  },
  {
    says: 'answers are HTTPS for two years, of the type they say, and tell nobody where they came from',
    offenders: (all) =>
      unless(ofType(all, headers), ({ Properties }) => {
        const { SecurityHeadersConfig: config } = Properties.ResponseHeadersPolicyConfig;
        return (
          config.StrictTransportSecurity?.AccessControlMaxAgeSec >= 63_072_000 &&
          config.ContentTypeOptions?.Override === true &&
          config.ReferrerPolicy?.ReferrerPolicy === 'no-referrer'
        );
      }),
    weaken: (all) => {
      delete firstOf(all, headers).Properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentTypeOptions;
    },
  },
  {
    says: 'nobody signs himself up, passwords are long, a second factor is offered',
    offenders: (all) =>
      unless(
        ofType(all, pool),
        ({ Properties }) =>
          Properties.AdminCreateUserConfig?.AllowAdminCreateUserOnly === true &&
          Properties.Policies?.PasswordPolicy.MinimumLength >= 14 &&
          ['Lowercase', 'Uppercase', 'Numbers', 'Symbols'].every(
            (kind) => Properties.Policies.PasswordPolicy[`Require${kind}`] === true,
          ) &&
          ['ON', 'OPTIONAL'].includes(Properties.MfaConfiguration) &&
          Properties.DeletionProtection === 'ACTIVE',
      ),
    weaken: (all) => {
      firstOf(all, pool).Properties.AdminCreateUserConfig.AllowAdminCreateUserOnly = false;
    },
  },
  {
    says: 'the pages get tokens by authorization code only, without a secret, for at most an hour',
    offenders: (all) =>
      unless(
        ofType(all, client),
        ({ Properties }) =>
          Properties.AllowedOAuthFlows.join() === 'code' &&
          Properties.GenerateSecret === false &&
          Properties.ExplicitAuthFlows.join() === 'ALLOW_REFRESH_TOKEN_AUTH' &&
          Properties.AccessTokenValidity <= 60 &&
          Properties.TokenValidityUnits?.AccessToken === 'minutes' &&
          Properties.EnableTokenRevocation === true &&
          Properties.CallbackURLs.every((address: unknown) => rendered(address).startsWith('https://')),
      ),
    weaken: (all) => {
      firstOf(all, client).Properties.AllowedOAuthFlows = ['code', 'implicit'];
    },
  },
];
