import { RemovalPolicy, Size, Stack } from 'aws-cdk-lib';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  type Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { FunctionName } from '../functions.ts';
import type { Size as DoorSize } from '../sizes.ts';
import { watch } from './alarm.ts';
import { logGroupName, physicalName } from './naming.ts';
import { allow, type Use } from './use.ts';

/** What all doors of a deployment share. */
export interface House {
  readonly stage: string;
  readonly production: boolean;
  readonly key: IKey;
  readonly architecture: Architecture;
  readonly reserveConcurrency: boolean;
  /** The folder a function was built into. */
  readonly bundleOf: (name: FunctionName) => string;
}

export interface DoorProps {
  readonly house: House;
  readonly name: FunctionName;
  readonly size: DoorSize;
  readonly uses: readonly Use[];
}

/**
 * One function, made of its declared uses: environment, policy, log group and alarm follow from them. CDK adds nothing
 * to its role behind our back; every grant is a use.
 */
export class Door extends Construct {
  readonly name: FunctionName;
  readonly function: LambdaFunction;
  readonly policy: ManagedPolicy;

  constructor(scope: Construct, id: string, { house, name, size, uses }: DoorProps) {
    super(scope, id);
    this.name = name;
    const functionName = physicalName(house.stage, name);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const logGroup = new LogGroup(this, 'Log', {
      logGroupName: logGroupName(house.stage, name),
      retention: RetentionDays.ONE_YEAR,
      encryptionKey: house.key,
      removalPolicy: house.production ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.policy = new ManagedPolicy(this, 'Policy', {
      description: `What ${functionName} may do`,
      roles: [role],
      statements: [
        ...uses.flatMap(({ statements }) => statements),
        allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]),
        allow(['kms:Decrypt'], [house.key.keyArn], {
          StringEquals: { 'kms:EncryptionContext:aws:lambda:FunctionArn': functionArn(this, functionName) },
        }),
        // X-Ray knows no resources.
        allow(['xray:PutTelemetryRecords', 'xray:PutTraceSegments'], ['*']),
      ],
    });
    this.function = new LambdaFunction(this, 'Function', {
      functionName,
      role: role.withoutPolicyUpdates(),
      code: Code.fromAsset(house.bundleOf(name)),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: house.architecture,
      memorySize: size.memory,
      timeout: size.timeout,
      ...(size.storage && { ephemeralStorageSize: Size.mebibytes(size.storage) }),
      tracing: Tracing.ACTIVE,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      environment: Object.fromEntries(uses.flatMap(({ environment }) => Object.entries(environment))),
      environmentEncryption: house.key,
      ...(house.reserveConcurrency && { reservedConcurrentExecutions: size.concurrency }),
    });
    // A first call must not come before the right to do its work.
    this.function.node.addDependency(this.policy);
    watch(this, 'Faults', {
      metric: this.function.metricErrors(),
      from: 1,
      runbook: 'function-faults',
      meaning: `${functionName} failed. Its log group holds the fault under the request id.`,
    });
  }
}

const functionArn = (scope: Construct, functionName: string): string =>
  Stack.of(scope).formatArn({ service: 'lambda', resource: `function:${functionName}` });
