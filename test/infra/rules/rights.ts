import type { Statement } from './statements.ts';

interface Right {
  readonly who: RegExp;
  readonly actions: RegExp;
  /** The resource as `rendered` shows it. */
  readonly on: RegExp;
  /** The condition as JSON; without one the statement must have none. */
  readonly under?: RegExp;
}

const door = /^(api|flow|worker|schedule|stream)[a-z]+Policy[0-9A-F]{8}$/;
const worker = /^worker[a-z]+Policy/;
const workflow = /^Flow[a-z]+Policy/;
const caller = /^Timers[a-z]*CallerPolicy/;
const sender = /^(streamrelayoutbox|schedulesweep)Policy/;
const resender = /^(streamrelayoutbox|schedulesweep|workerdelivernotifications)Policy/;
const answerer = /^(streamrelayoutbox|schedulesweep|workerdelivernotifications|flowapproval)Policy/;

const own = (service: string, name: string): string =>
  `arn:<AWS::Partition>:${service}:<AWS::Region>:<AWS::AccountId>:${name}`;
const exported = (stack: string, name: string): string =>
  `<Attest-[a-z0-9]+-${stack}:ExportsOutputFnGetAtt${name}[0-9A-F]{8}>`;
const table = exported('Data', 'Table[0-9A-F]{8}Arn');
const bucket = `(${exported('Data', '(Data|Reports)Bucket[0-9A-F]{8}Arn')}|${exported('Web', 'UploadsBucket[0-9A-F]{8}Arn')})`;
const work = exported('Data', '(Large)?(Run|Ingest|Notify)Queue[0-9A-F]{8}Arn');
const dead = exported('Data', '(Large)?(Run|Ingest|Notify)QueueDeadLettersQueue[0-9A-F]{8}Arn');
const key = exported('Data', 'DataKey[0-9A-F]{8}Arn');

const exactly = (...patterns: readonly string[]): RegExp => new RegExp(`^(${patterns.join('|')})$`);

/**
 * Everything a role may do at all: who, which actions, on which one thing. What is not here nobody may do, so a new kind
 * of right is a line of this list; whether a door needs what it is given is asked of its code (declared-uses.test.ts).
 */
const rights: readonly Right[] = [
  {
    who: door,
    actions: /^dynamodb:(BatchGetItem|ConditionCheckItem|GetItem|PutItem|Query|UpdateItem)$/,
    on: exactly(table),
  },
  { who: door, actions: /^dynamodb:Query$/, on: exactly(`${table}/index/GSI[123]`) },
  {
    who: /^streamrelayoutboxPolicy/,
    actions: /^dynamodb:(DescribeStream|GetRecords|GetShardIterator)$/,
    on: exactly(exported('Data', 'Table[0-9A-F]{8}StreamArn')),
  },
  { who: /^streamrelayoutboxPolicy/, actions: /^dynamodb:ListStreams$/, on: exactly(`${table}/stream/\\*`) },
  { who: door, actions: /^s3:(GetObject|PutObject|AbortMultipartUpload)$/, on: exactly(`${bucket}/[a-z]+/\\*`) },
  { who: door, actions: /^s3:ListBucket$/, on: exactly(bucket) },
  {
    who: /^schedule(clean|retention)Policy/,
    actions: /^s3:(DeleteObject|DeleteObjectVersion)$/,
    on: exactly(`${bucket}/[a-z]+/\\*`),
  },
  {
    who: door,
    actions: /^kms:(Decrypt|DescribeKey|Encrypt|GenerateDataKey(WithoutPlaintext)?|ReEncrypt(From|To))$/,
    on: exactly(key),
    under: /^\{"StringEquals":\{"kms:ViaService":\{"Fn::Join":\["",\["(dynamodb|s3)\./,
  },
  {
    who: door,
    actions: /^kms:Decrypt$/,
    on: exactly(key),
    under:
      /^\{"StringEquals":\{"kms:EncryptionContext:aws:lambda:FunctionArn":\{"Fn::Join":[^*]*:function:attest-[a-z0-9-]+"\]\]\}\}\}$/,
  },
  {
    who: door,
    actions: /^logs:(CreateLogStream|PutLogEvents)$/,
    on: /^<(api|flow|worker|schedule|stream)[a-z]+Log[0-9A-F]{8}\.Arn>$/,
  },
  { who: worker, actions: /^sqs:(ReceiveMessage|DeleteMessage|GetQueueAttributes)$/, on: exactly(work, dead) },
  { who: resender, actions: /^sqs:SendMessage$/, on: exactly(work) },
  { who: /^streamrelayoutboxPolicy/, actions: /^sqs:SendMessage$/, on: /^<OutboxAsideQueue[0-9A-F]{8}\.Arn>$/ },
  { who: caller, actions: /^sqs:SendMessage$/, on: /^<TimersMissedQueue[0-9A-F]{8}\.Arn>$/ },
  { who: caller, actions: /^lambda:InvokeFunction$/, on: /^<schedule[a-z]+Function[0-9A-F]{8}\.Arn>$/ },
  { who: workflow, actions: /^lambda:InvokeFunction$/, on: /^<flow[a-z]+Function[0-9A-F]{8}\.Arn>$/ },
  {
    who: sender,
    actions: /^states:StartExecution$/,
    on: exactly(own('states', 'stateMachine:attest-[a-z0-9]+-[a-z]+')),
  },
  {
    who: answerer,
    actions: /^states:SendTaskSuccess$/,
    on: exactly(own('states', 'stateMachine:attest-[a-z0-9]+-approval')),
  },
  {
    who: sender,
    actions: /^scheduler:(Create|Delete)Schedule$/,
    on: exactly(own('scheduler', 'schedule/<TimersGroup[0-9A-F]{8}>/\\*')),
  },
  {
    who: sender,
    actions: /^iam:PassRole$/,
    on: /^<TimersCaller[0-9A-F]{8}\.Arn>$/,
    under: /^\{"StringEquals":\{"iam:PassedToService":"scheduler\.amazonaws\.com"\}\}$/,
  },
  { who: sender, actions: /^ses:SendEmail$/, on: exactly(own('ses', 'identity/[\\w.@-]+')) },
  {
    who: sender,
    actions: /^cognito-idp:Admin(CreateUser|DisableUser|EnableUser|UpdateUserAttributes)$/,
    on: /^<SignInUsers[0-9A-F]{8}\.Arn>$/,
  },
  // Log delivery and X-Ray know no resources.
  {
    who: workflow,
    actions:
      /^logs:(CreateLogDelivery|DeleteLogDelivery|DescribeLogGroups|DescribeResourcePolicies|GetLogDelivery|ListLogDeliveries|PutResourcePolicy|UpdateLogDelivery)$/,
    on: /^\*$/,
  },
  { who: workflow, actions: /^xray:GetSampling(Rules|Targets)$/, on: /^\*$/ },
  { who: /^/, actions: /^xray:Put(TelemetryRecords|TraceSegments)$/, on: /^\*$/ },
];

const isListed = ({ policy, condition }: Statement, action: string, resource: string): boolean =>
  rights.some(
    ({ who, actions, on, under }) =>
      who.test(policy) &&
      actions.test(action) &&
      on.test(resource) &&
      (under ? under.test(JSON.stringify(condition ?? null)) : condition === undefined),
  );

/** What a statement allows though the list does not. */
export const unlisted = (statement: Statement): string[] =>
  statement.effect === 'Deny'
    ? []
    : statement.actions.flatMap((action) =>
        statement.resources
          .filter((resource) => !isListed(statement, action, resource))
          .map((resource) => `${statement.policy}: ${action} on ${resource}`),
      );
