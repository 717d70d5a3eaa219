import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { functionNames } from '../../infra/functions.ts';
import { ofType, rendered, type Resource, resourcesIn } from './template.ts';

const deployed = resourcesIn('cdk.out');
const bundleOf = (name: string): string => resolve(`dist/functions/${name}/index.mjs`);

const functionOf = (name: string): Resource | undefined =>
  ofType(deployed, 'AWS::Lambda::Function').find(({ Properties }) => Properties.FunctionName === `attest-dev-${name}`);

const variablesOf = (name: string): Readonly<Record<string, unknown>> =>
  functionOf(name)?.Properties.Environment?.Variables ?? {};

const givenTo = (name: string): string[] => Object.keys(variablesOf(name)).sort();

/** What a function is deployed with; what only the deployment knows is an address, as most of it is. */
const valuesOf = (name: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(variablesOf(name)).map(([variable, value]) => [
      variable,
      typeof value === 'string' ? value : `https://${variable.toLowerCase().replaceAll('_', '-')}.example.org/pool_1`,
    ]),
  );

const readBy: Record<string, string[]> = JSON.parse(
  execFileSync(
    process.execPath,
    [
      'test/infra/read-environment.mjs',
      JSON.stringify(Object.fromEntries(functionNames.map((name) => [bundleOf(name), valuesOf(name)]))),
    ],
    { encoding: 'utf8', env: { ...process.env, AWS_REGION: 'us-east-1', TZ: 'UTC' } },
  ),
);

/** Which index a list of the store is read from; the lists that are not here are read from the table itself. */
const indexesOf: Readonly<Record<string, readonly string[]>> = {
  certificationEvents: ['GSI1'],
  participantsOfDistrict: ['GSI1'],
  runsOf: ['GSI1'],
  snapshotsOf: ['GSI1'],
  snapshotsOfCertificationEvent: ['GSI2'],
  queuedRuns: ['GSI2'],
  messagesOf: ['GSI1'],
  timersOf: ['GSI1'],
  historyOf: ['GSI1'],
  inbox: ['GSI1'],
  unreadAlerts: ['GSI2'],
  usersOf: ['GSI1'],
  organizations: ['GSI1', 'GSI2'],
  categories: ['GSI1'],
  rules: ['GSI1'],
  validationGroups: ['GSI1'],
  datasets: ['GSI1'],
};

const listsReadBy = (name: string): string[] => {
  const code = readFileSync(bundleOf(name), 'utf8');
  const lists = [...code.matchAll(/\bstore\d*\.(\w+)\(/g)].flatMap(([, list = '']) => indexesOf[list] ?? []);
  const due = /\bdueList\.\w+\(/.test(code) ? ['GSI3'] : [];
  return [...new Set([...lists, ...due])].sort();
};

interface Statement {
  readonly Effect: string;
  readonly Action: unknown;
  readonly Resource: unknown;
  readonly Condition?: { readonly StringEquals?: unknown };
}

const statementsOf = (name: string): Statement[] => {
  const role = JSON.stringify(functionOf(name)?.Properties.Role);
  const policy = ofType(deployed, 'AWS::IAM::ManagedPolicy').find(({ Properties }) =>
    Properties.Roles?.some((attached: { Ref: string }) => role.includes(`"${attached.Ref}"`)),
  );
  return policy?.Properties.PolicyDocument.Statement ?? [];
};

const indexesGivenTo = (name: string): string[] => {
  const resources = statementsOf(name)
    .flatMap(({ Resource: on }) => on)
    .map(rendered);
  return [...resources.join().matchAll(/\/index\/(\w+)/g)].map(([, index = '']) => index).sort();
};

/** What S3 asks for each use of the object store. Creating reads what is there already, to see that it is the same. */
const rightsFor: Readonly<Record<string, readonly string[]>> = {
  putFile: ['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'],
  putText: ['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'],
  replaceText: ['s3:PutObject'],
  addressOf: [],
  download: ['s3:GetObject'],
  assemble: ['s3:GetObject'],
  sizesBelow: ['s3:ListBucket'],
  remove: ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:GetObject', 's3:ListBucket'],
  readText: ['s3:GetObject'],
  presignGet: ['s3:GetObject'],
  presignPut: ['s3:PutObject'],
  fingerprint: ['s3:GetObject', 's3:ListBucket'],
};

const objectUse = /\bobjects\d*\.(\w+)\(\s*"(data|reports|uploads)"/g;

const rightsNeededBy = (name: string): string[] => {
  const uses = [...readFileSync(bundleOf(name), 'utf8').matchAll(objectUse)];
  const rights = uses.flatMap(([, use = '', bucket]) => (rightsFor[use] ?? [use]).map((right) => `${bucket} ${right}`));
  return [...new Set(rights)].sort();
};

const rightsGivenTo = (name: string): string[] => {
  const pairs = statementsOf(name).flatMap(({ Action, Resource: on }) =>
    [Action].flat().flatMap((action) => [on].flat().map((one) => `${String(action)} ${rendered(one)}`)),
  );
  const rights = pairs.flatMap((pair) => {
    const [, right, bucket = ''] = /^(s3:\w+) .*(Data|Reports|Uploads)Bucket/.exec(pair) ?? [];
    return right ? [`${bucket.toLowerCase()} ${right}`] : [];
  });
  return [...new Set(rights)].sort();
};

/** What the services ask for each call of the ports besides the stores, as the bundled code writes it. */
const rightsForCalls: readonly { readonly call: RegExp; readonly rights: readonly string[] }[] = [
  { call: /\bworkflows\d*\.start\(/, rights: ['states:StartExecution'] },
  { call: /\bworkflows\d*\.answer\(/, rights: ['states:SendTaskSuccess'] },
  { call: /\bnew SendMessageCommand\(/, rights: ['sqs:SendMessage'] },
  { call: /\bnew SendEmailCommand\(/, rights: ['ses:SendEmail'] },
  // The schedule is handed the role by which it calls.
  { call: /\bnew CreateScheduleCommand\(/, rights: ['iam:PassRole', 'scheduler:CreateSchedule'] },
  { call: /\bnew DeleteScheduleCommand\(/, rights: ['scheduler:DeleteSchedule'] },
  { call: /\bnew AdminCreateUserCommand\(/, rights: ['cognito-idp:AdminCreateUser'] },
  { call: /\bnew AdminDisableUserCommand\(/, rights: ['cognito-idp:AdminDisableUser'] },
  { call: /\bnew AdminEnableUserCommand\(/, rights: ['cognito-idp:AdminEnableUser'] },
  { call: /\bnew AdminUpdateUserAttributesCommand\(/, rights: ['cognito-idp:AdminUpdateUserAttributes'] },
  // A transaction is authorised through the actions of its items, and one unit of work makes them all.
  {
    call: /\bnew TransactWriteCommand\(/,
    rights: ['dynamodb:ConditionCheckItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
  },
  { call: /\bnew GetCommand\(/, rights: ['dynamodb:GetItem'] },
  { call: /\bnew BatchGetCommand\(/, rights: ['dynamodb:BatchGetItem'] },
  { call: /\bnew QueryCommand\(/, rights: ['dynamodb:Query'] },
];

/** What Lambda does by the role of a function itself: logs, traces, the environment's key, and feeding it. */
const rightsOfLambda = (name: string): string[] => {
  const id = functionOf(name)?.id ?? '';
  const sources = ofType(deployed, 'AWS::Lambda::EventSourceMapping')
    .filter(({ Properties }) => Properties.FunctionName.Ref === id)
    .map(({ Properties }) => JSON.stringify(Properties.EventSourceArn));
  const fromStream = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map(
    (one) => `dynamodb:${one}`,
  );
  const fromQueue = ['DeleteMessage', 'GetQueueAttributes', 'ReceiveMessage'].map((one) => `sqs:${one}`);
  return [
    ...['logs:CreateLogStream', 'logs:PutLogEvents', 'xray:PutTelemetryRecords', 'xray:PutTraceSegments'],
    ...sources.flatMap((source) => (source.includes('StreamArn') ? fromStream : fromQueue)),
    // A record that breaks the relay is laid aside by Lambda.
    ...(sources.some((source) => source.includes('StreamArn')) ? ['sqs:SendMessage'] : []),
  ];
};

const actionsNeededBy = (name: string): string[] => {
  const code = readFileSync(bundleOf(name), 'utf8');
  const called = rightsForCalls.filter(({ call }) => call.test(code)).flatMap(({ rights }) => rights);
  const onObjects = rightsNeededBy(name).map((right) => right.replace(/^\w+ /, ''));
  return [...new Set([...called, ...onObjects, ...rightsOfLambda(name)])].sort();
};

/** What DynamoDB asks at least, on behalf of whoever uses a table under a customer's key. */
const keyForTable = ['Decrypt', 'DescribeKey', 'Encrypt', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext'];
const keyForObjects: Readonly<Record<string, readonly string[]>> = {
  's3:GetObject': ['Decrypt'],
  // A part of an upload is decrypted to be joined with the others.
  's3:PutObject': ['Decrypt', 'GenerateDataKey'],
};

/** Through which service the code of a function uses the key, and what for; Lambda opens the environment with it. */
const keyUsesNeededBy = (name: string): string[] => {
  const actions = actionsNeededBy(name);
  const onTable = actions.some((action) => action.startsWith('dynamodb:'))
    ? [...keyForTable, 'ReEncryptFrom', 'ReEncryptTo']
    : [];
  const onObjects = actions.flatMap((action) => keyForObjects[action] ?? []);
  const uses = [
    ...onTable.map((use) => `dynamodb kms:${use}`),
    ...onObjects.map((use) => `s3 kms:${use}`),
    'environment kms:Decrypt',
  ];
  return [...new Set(uses)].sort();
};

const throughWhat = (condition: unknown): string => {
  const { 'kms:ViaService': service, 'kms:EncryptionContext:aws:lambda:FunctionArn': of } = Object(condition);
  return of === undefined ? (rendered(service).split('.')[0] ?? '') : 'environment';
};

const keyUsesGivenTo = (name: string): string[] => {
  const uses = statementsOf(name).flatMap(({ Action, Condition }) =>
    [Action]
      .flat()
      .map(String)
      .filter((action) => action.startsWith('kms:'))
      .map((action) => `${throughWhat(Condition?.StringEquals)} ${action}`),
  );
  return [...new Set(uses)].sort();
};

/** The key is used on behalf of the role, by conditions: a question of its own. */
const actionsGivenTo = (name: string): string[] => {
  const allowed = statementsOf(name).filter(({ Effect }) => Effect !== 'Deny');
  const actions = allowed.flatMap(({ Action }) => [Action].flat().map(String));
  return [...new Set(actions.filter((action) => !action.startsWith('kms:')))].sort();
};

describe.each(functionNames)('%s', (name) => {
  test('is given the variables its code reads, and no other', () => {
    expect(givenTo(name)).toEqual(readBy[bundleOf(name)]);
  });

  test('may query the lists its code reads, and no other', () => {
    expect(indexesGivenTo(name)).toEqual(listsReadBy(name));
  });

  test('may touch the objects its code touches, and no other', () => {
    expect(rightsGivenTo(name)).toEqual(rightsNeededBy(name));
  });

  test('may call what its code calls of every service, and nothing else', () => {
    expect(actionsGivenTo(name)).toEqual(actionsNeededBy(name));
  });

  test('may use the key as its calls of the stores need it, and for nothing else', () => {
    expect(keyUsesGivenTo(name)).toEqual(keyUsesNeededBy(name));
  });
});
