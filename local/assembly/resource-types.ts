/**
 * Every resource type a template may hold is on exactly one of these two lists.
 * An unlisted type stops the start, so nobody adds a resource that silently does not run here.
 */
export const emulatedTypes: ReadonlySet<string> = new Set([
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::CloudFront::Distribution',
  'AWS::CloudFront::Function',
  'AWS::CloudFront::ResponseHeadersPolicy',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::Cognito::UserPoolDomain',
  'AWS::Cognito::UserPoolResourceServer',
  'AWS::DynamoDB::Table',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::S3::Bucket',
  'AWS::SQS::Queue',
  'AWS::Scheduler::Schedule',
  'AWS::Scheduler::ScheduleGroup',
  'AWS::StepFunctions::StateMachine',
  'Custom::CDKBucketDeployment',
]);

/** Type to the reason why it has no local counterpart. */
export const ignoredTypes: ReadonlyMap<string, string> = new Map([
  ['AWS::Athena::WorkGroup', 'the SQL of the datamart is run by DuckDB in its test'],
  ['AWS::CDK::Metadata', 'describes the synthesis'],
  ['AWS::CloudFront::CachePolicy', 'no cache stands between the pages and the reader'],
  ['AWS::CloudFront::OriginAccessControl', 'the pages are read from disk'],
  ['AWS::CloudFront::OriginRequestPolicy', 'no cache stands between the pages and the reader'],
  ['AWS::CloudWatch::Alarm', 'checked on the template'],
  ['AWS::CloudWatch::Dashboard', 'nobody draws what functions count here'],
  ['AWS::Glue::Database', 'the SQL of the datamart is run by DuckDB in its test'],
  ['AWS::KMS::Alias', 'nothing is encrypted here'],
  ['AWS::KMS::Key', 'nothing is encrypted here'],
  ['AWS::Lambda::LayerVersion', 'only the deployment provider uses one'],
  ['AWS::Lambda::Permission', 'callers of functions are wired from the template itself'],
  ['AWS::Logs::LogGroup', 'function logs go to files'],
  ['AWS::S3::BucketPolicy', 'checked on the template'],
  ['AWS::SecretsManager::Secret', 'what refers to one gets a value of its own'],
  ['AWS::SQS::QueuePolicy', 'checked on the template'],
]);
