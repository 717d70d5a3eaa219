import * as z from 'zod';

export const accountId = '000000000000';
export const region = 'us-east-1';

/** Where the two local addresses answer: the public origin and the gateway of the AWS services. Without a trailing slash. */
export interface Doors {
  readonly origin: string;
  readonly gateway: string;
}

export interface Identity {
  readonly ref: string;
  readonly arn: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
}

interface Naming {
  /** The property that holds the explicit name, where the template may give one. */
  readonly property?: string;
  readonly identify: (name: string, doors: Doors, properties: Readonly<Record<string, unknown>>) => Identity;
}

/**
 * The physical name and ARN a resource gets on this machine, from its explicit name or `<stack>-<logicalId>`.
 * A type without an entry is ignored on purpose: its Ref is its name, any attribute `<name>.<attribute>`.
 */
export const namings: Readonly<Record<string, Naming>> = {
  'AWS::DynamoDB::Table': {
    property: 'TableName',
    identify: (name) => {
      const arn = arnOf('dynamodb', `table/${name}`);
      return { ref: name, arn, attributes: { StreamArn: `${arn}/stream/local` } };
    },
  },
  'AWS::SQS::Queue': {
    property: 'QueueName',
    identify: (name, doors) => {
      const url = `${doors.gateway}/${accountId}/${name}`;
      return { ref: url, arn: arnOf('sqs', name), attributes: { QueueName: name, QueueUrl: url } };
    },
  },
  'AWS::S3::Bucket': {
    property: 'BucketName',
    identify: (name) => {
      const ref = name.toLowerCase().replaceAll('_', '-').slice(0, 63);
      const domain = `${ref}.s3.amazonaws.com`;
      const regional = `${ref}.s3.${region}.amazonaws.com`;
      return { ref, arn: `arn:aws:s3:::${ref}`, attributes: { DomainName: domain, RegionalDomainName: regional } };
    },
  },
  'AWS::Lambda::Function': { property: 'FunctionName', identify: named('lambda', 'function:') },
  'AWS::Lambda::LayerVersion': { identify: byArn('lambda', 'layer:') },
  'AWS::IAM::Role': {
    property: 'RoleName',
    identify: (name) => ({ ref: name, arn: `arn:aws:iam::${accountId}:role/${name}`, attributes: { RoleId: name } }),
  },
  'AWS::IAM::ManagedPolicy': {
    property: 'ManagedPolicyName',
    identify: (name) => byRef(`arn:aws:iam::${accountId}:policy/${name}`),
  },
  'AWS::Logs::LogGroup': { property: 'LogGroupName', identify: named('logs', 'log-group:') },
  'AWS::KMS::Key': {
    identify: (name) => ({ ref: name, arn: arnOf('kms', `key/${name}`), attributes: { KeyId: name } }),
  },
  'AWS::ApiGatewayV2::Api': {
    identify: (name, doors) => ({
      ref: name.replace(/[^A-Za-z0-9]/g, '').toLowerCase(),
      arn: undefined,
      attributes: { ApiEndpoint: doors.origin },
    }),
  },
  'AWS::StepFunctions::StateMachine': {
    property: 'StateMachineName',
    identify: (name) => ({ ...byRef(arnOf('states', `stateMachine:${name}`)), attributes: { Name: name } }),
  },
  'AWS::Scheduler::ScheduleGroup': { property: 'Name', identify: named('scheduler', 'schedule-group/') },
  'AWS::Scheduler::Schedule': {
    property: 'Name',
    identify: (name, _doors, properties) =>
      named('scheduler', `schedule/${z.string().default('default').parse(properties['GroupName'])}/`)(name),
  },
  'AWS::Cognito::UserPool': {
    identify: (name, doors) => {
      const ref = `${region}_${name.replace(/[^A-Za-z0-9]/g, '')}`;
      const issuer = `${doors.origin}/${ref}`;
      return {
        ref,
        arn: arnOf('cognito-idp', `userpool/${ref}`),
        attributes: { ProviderURL: issuer, ProviderName: issuer.replace(/^https?:\/\//, ''), UserPoolId: ref },
      };
    },
  },
  'AWS::Cognito::UserPoolClient': {
    identify: (name) => {
      const ref = name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
      return { ref, arn: undefined, attributes: { ClientId: ref } };
    },
  },
  'AWS::Cognito::UserPoolDomain': { property: 'Domain', identify: (name) => byRef(name) },
  'AWS::Cognito::UserPoolResourceServer': { property: 'Identifier', identify: (name) => byRef(name) },
  'AWS::CloudFront::Function': {
    property: 'Name',
    identify: (name) => {
      const arn = `arn:aws:cloudfront::${accountId}:function/${name}`;
      return { ref: arn, arn, attributes: { FunctionARN: arn } };
    },
  },
  'AWS::CloudFront::Distribution': {
    identify: (name, doors) => ({
      ref: name,
      arn: undefined,
      attributes: { DomainName: doors.origin.replace(/^https?:\/\//, ''), Id: name },
    }),
  },
};

export function arnOf(service: string, resource: string): string {
  return `arn:aws:${service}:${region}:${accountId}:${resource}`;
}

function named(service: string, prefix: string): (name: string) => Identity {
  return (name) => ({ ref: name, arn: arnOf(service, `${prefix}${name}`), attributes: {} });
}

function byArn(service: string, prefix: string): (name: string) => Identity {
  return (name) => byRef(arnOf(service, `${prefix}${name}`));
}

function byRef(ref: string): Identity {
  return { ref, arn: ref.startsWith('arn:') ? ref : undefined, attributes: {} };
}
