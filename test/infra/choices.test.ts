import type { App } from 'aws-cdk-lib';
import { CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import { describe, expect, test } from 'vitest';
import { functionNames } from '../../infra/functions.ts';
import { productionContext } from '../../infra/policy/packs.ts';
import { emulatedTypes, ignoredTypes } from '../../local/assembly/resource-types.ts';
import { synthesize } from './synthesize.ts';
import { firstOf, isResource, ofType, rendered, type Resource, resourcesIn } from './template.ts';

const typesOf = (resources: readonly Resource[]) => [...new Set(resources.filter(isResource).map(({ Type }) => Type))];
const isKnown = (type: string): boolean => emulatedTypes.has(type) || ignoredTypes.has(type);

describe('a development deployment', () => {
  const resources = resourcesIn('cdk.out');

  test('holds only what runs on this machine or is ignored there on purpose', () => {
    expect(typesOf(resources).filter((type) => !isKnown(type))).toEqual([]);
  });

  test('the same sources give the same templates', () => {
    const [first, second] = [synthesize({}), synthesize({})];
    expect(second.resources).toEqual(first.resources);
  });
});

describe('CloudFormation’s own checks', () => {
  const asked = productionContext;

  test('find nothing to object to', () => {
    expect(synthesize(asked, { validated: true }).violations).toEqual([]);
  });

  test('would find what is wrong', () => {
    const spoil = (app: App): void => {
      for (const node of app.node.findAll()) if (node instanceof CfnTable) node.billingMode = 'FOR_FREE';
    };
    expect(JSON.stringify(synthesize(asked, { validated: true, spoil }).violations)).toContain('BillingMode');
  });
});

describe('production', () => {
  const { webAclArn, ...choices } = productionContext;
  const { resources, stacks, messages } = synthesize(productionContext);

  test('its stacks cannot be deleted by mistake', () => {
    expect(stacks.map(({ terminationProtection }) => terminationProtection)).toEqual([true, true, true, true, true]);
  });

  test('adds the web firewall, backups, the trail and the budget, and nothing else', () => {
    expect(
      typesOf(resources)
        .filter((type) => !isKnown(type))
        .toSorted(),
    ).toEqual([
      'AWS::Backup::BackupPlan',
      'AWS::Backup::BackupSelection',
      'AWS::Backup::BackupVault',
      'AWS::Budgets::Budget',
      'AWS::CE::AnomalyMonitor',
      'AWS::CE::AnomalySubscription',
      'AWS::CloudTrail::Trail',
      'AWS::WAFv2::LoggingConfiguration',
      'AWS::WAFv2::WebACL',
    ]);
    expect(firstOf(resources, 'AWS::CloudFront::Distribution').Properties.DistributionConfig.WebACLId).toBe(webAclArn);
    expect(messages).toEqual([]);
  });

  test('is refused without the firewall, with the command that makes it', () => {
    expect(synthesize(choices).messages.join()).toMatch(/Attest-prod-Firewall first.*webAclArn/);
  });

  test('demands a second factor', () => {
    expect(firstOf(resources, 'AWS::Cognito::UserPool').Properties.MfaConfiguration).toBe('ON');
  });

  test('keeps its logs when a stack goes', () => {
    const ours = ofType(resources, 'AWS::Logs::LogGroup').filter(({ Properties }) => Properties.LogGroupName);
    expect(ours.filter(({ DeletionPolicy }) => DeletionPolicy !== 'Retain')).toEqual([]);
  });
});

describe('an agency with an issuer of its own', () => {
  const { resources } = synthesize({
    issuerUrl: 'https://login.agency.gov/attest',
    clientId: 'pages',
    userIdClaim: 'upn',
    apiScope: 'attest.use',
  });

  test('gets no user pool, and nothing may let people in or out', () => {
    expect(typesOf(resources).filter((type) => type.includes('Cognito'))).toEqual([]);
    expect(JSON.stringify(resources)).not.toMatch(/cognito|USER_POOL_ID/);
  });

  test('its tokens open the routes, by its scope', () => {
    const { JwtConfiguration } = firstOf(resources, 'AWS::ApiGatewayV2::Authorizer').Properties;
    expect(JwtConfiguration).toEqual({ Issuer: 'https://login.agency.gov/attest', Audience: ['pages'] });
    const guarded = ofType(resources, 'AWS::ApiGatewayV2::Route').filter(({ Properties }) => Properties.AuthorizerId);
    expect(new Set(guarded.flatMap(({ Properties }) => Properties.AuthorizationScopes))).toEqual(
      new Set(['attest.use']),
    );
  });

  test('its pages may ask it for tokens, and nobody else', () => {
    const policies = ofType(resources, 'AWS::CloudFront::ResponseHeadersPolicy').map(({ Properties }) =>
      rendered(
        Properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy,
      ),
    );
    expect(policies.join()).toMatch(/connect-src 'self' https:\/\/\S+uploads\S+ https:\/\/login\.agency\.gov;/);
  });

  test('its doors know people by its claim', () => {
    const claims = ofType(resources, 'AWS::Lambda::Function').map(
      ({ Properties }) => Properties.Environment?.Variables.USER_ID_CLAIM,
    );
    const given = claims.filter((claim) => claim !== undefined);
    expect(given).toHaveLength(functionNames.filter((name) => name.startsWith('api-')).length);
    expect(new Set(given)).toEqual(new Set(['upn']));
  });

  test('its doors take only the tokens that its routes take', () => {
    const doors = ofType(resources, 'AWS::Lambda::Function')
      .map(({ Properties }) => Properties.Environment?.Variables)
      .filter((variables) => variables?.USER_ID_CLAIM !== undefined);
    expect(
      doors.map(({ TOKEN_ISSUER, TOKEN_CLIENT_ID, TOKEN_SCOPE }) => [TOKEN_ISSUER, TOKEN_CLIENT_ID, TOKEN_SCOPE]),
    ).toEqual(doors.map(() => ['https://login.agency.gov/attest', 'pages', 'attest.use']));
  });
});

describe('other choices', () => {
  const alarmTopicArn = 'arn:aws:sns:us-east-1:000000000000:attest-alarms';
  const certificateArn = 'arn:aws:acm:us-east-1:000000000000:certificate/1';
  const { resources, messages } = synthesize(
    { alarmTopicArn, certificateArn, domainName: 'attest.agency.gov', reserveConcurrency: 'false' },
    { platform: 'darwin', arch: 'arm64' },
  );

  test('every alarm tells the agency’s topic', () => {
    const alarms = ofType(resources, 'AWS::CloudWatch::Alarm');
    expect(alarms.length).toBeGreaterThan(20);
    expect(alarms.filter(({ Properties }) => Properties.AlarmActions?.[0] !== alarmTopicArn)).toEqual([]);
  });

  test('an own domain has TLS 1.2, and sign-in and uploads come from there', () => {
    const { DistributionConfig } = firstOf(resources, 'AWS::CloudFront::Distribution').Properties;
    expect(DistributionConfig.ViewerCertificate.MinimumProtocolVersion).toBe('TLSv1.2_2021');
    expect(firstOf(resources, 'AWS::Cognito::UserPoolClient').Properties.CallbackURLs).toEqual([
      'https://attest.agency.gov/signed-in',
    ]);
    const uploads = ofType(resources, 'AWS::S3::Bucket').find(({ id }) => id.startsWith('Uploads'));
    expect(uploads?.Properties.CorsConfiguration.CorsRules[0].AllowedOrigins).toEqual(['https://attest.agency.gov']);
  });

  test('an account with few instances reserves none', () => {
    expect(JSON.stringify(resources)).not.toContain('ReservedConcurrentExecutions');
  });

  test('functions run on the architecture they were built for; a build for another system is pointed out', () => {
    const ours = ofType(resources, 'AWS::Lambda::Function').filter(({ Properties }) => Properties.FunctionName);
    expect(new Set(ours.map(({ Properties }) => Properties.Architectures[0]))).toEqual(new Set(['arm64']));
    expect(messages.join()).toContain('Built for darwin');
  });
});

describe('the key of the CDN', () => {
  const keysBy = (originKey: string) => {
    const { resources } = synthesize({ originKey });
    const [sent] = ofType(resources, 'AWS::CloudFront::Distribution').flatMap(
      ({ Properties: { DistributionConfig } }) =>
        DistributionConfig.Origins.flatMap(
          ({ OriginCustomHeaders = [] }: { OriginCustomHeaders?: readonly { readonly HeaderValue: unknown }[] }) =>
            OriginCustomHeaders.map(({ HeaderValue }) => rendered(HeaderValue)),
        ),
    );
    const [api] = ofType(resources, 'AWS::Lambda::Function').filter(({ Properties }) =>
      String(Properties.FunctionName).includes('-api-'),
    );
    const made = ofType(resources, 'AWS::SecretsManager::Secret').map(({ Properties }) => String(Properties.Name));
    return { sent, taken: rendered(api?.Properties.Environment.Variables.ORIGIN_KEYS).split(' '), made: made.sort() };
  };

  test('is changed by one deployment, whose CDN comes first, without refusing anybody', () => {
    const [first, second, third] = ['1', '2', '3'].map(keysBy);
    expect(first?.made).toEqual(['attest-dev-origin-key-1', 'attest-dev-origin-key-2']);
    expect(third?.made).toEqual(['attest-dev-origin-key-2', 'attest-dev-origin-key-3', 'attest-dev-origin-key-4']);
    expect(first?.taken).toEqual([first?.sent, second?.sent]);
    expect(second?.taken).toEqual([second?.sent, third?.sent]);
    expect(second?.taken).not.toContain(first?.sent);
  });

  test('has a number from 1 on', () => {
    expect(() => synthesize({ originKey: '0' })).toThrow('originKey');
  });
});
