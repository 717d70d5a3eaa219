import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { readFileSync } from 'node:fs';
import { watch } from './alarm.ts';
import type { Door, House } from './door.ts';
import { type MachineName, machineArn, physicalName } from './naming.ts';
import { allow, type Use, use } from './use.ts';

const definitionOf = (machine: MachineName): string =>
  readFileSync(new URL(`../../statemachines/${machine}.asl.json`, import.meta.url), 'utf8');

// The rights that log delivery and X-Ray ask for know no resources.
const observe = [
  allow(
    [
      'logs:CreateLogDelivery',
      'logs:DeleteLogDelivery',
      'logs:DescribeLogGroups',
      'logs:DescribeResourcePolicies',
      'logs:GetLogDelivery',
      'logs:ListLogDeliveries',
      'logs:PutResourcePolicy',
      'logs:UpdateLogDelivery',
    ],
    ['*'],
  ),
  allow(
    ['xray:GetSamplingRules', 'xray:GetSamplingTargets', 'xray:PutTelemetryRecords', 'xray:PutTraceSegments'],
    ['*'],
  ),
];

/** A workflow of `statemachines/`, allowed to call its one function; its log names states, never what they carried. */
export class Flow extends Construct {
  constructor(scope: Construct, id: string, props: { house: House; machine: MachineName; tasks: Door }) {
    super(scope, id);
    const { house, machine, tasks } = props;
    const name = physicalName(house.stage, machine);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
    const policy = new ManagedPolicy(this, 'Policy', {
      description: `What the workflow ${name} may do`,
      roles: [role],
      statements: [allow(['lambda:InvokeFunction'], [tasks.function.functionArn]), ...observe],
    });
    const stateMachine = new StateMachine(this, 'Machine', {
      stateMachineName: name,
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(definitionOf(machine)),
      definitionSubstitutions: { TaskFunction: tasks.function.functionArn, Partition: Stack.of(this).partition },
      role: role.withoutPolicyUpdates(),
      tracingEnabled: true,
      logs: {
        destination: new LogGroup(this, 'Log', {
          logGroupName: `/aws/vendedlogs/attest/${house.stage}/${machine}`,
          retention: RetentionDays.ONE_YEAR,
          encryptionKey: house.key,
          removalPolicy: house.production ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
        }),
        level: LogLevel.ALL,
        includeExecutionData: false,
      },
    });
    stateMachine.node.addDependency(policy);
    watch(this, 'Failed', {
      metric: stateMachine.metricFailed(),
      from: 1,
      runbook: 'workflow-failed',
      meaning: `A ${machine} workflow failed; what it could not do is recorded with its certification event.`,
    });
  }
}

/** By name: functions start machines, machines call functions. */
export const startMachine = (scope: Construct, stage: string, machine: MachineName): Use => {
  const arn = machineArn(scope, stage, machine);
  return use({ [`${machine.toUpperCase()}_MACHINE_ARN`]: arn }, allow(['states:StartExecution'], [arn]));
};

/** Answering a wait needs its token only, so no variable. */
export const answerWaits = (scope: Construct, stage: string): Use =>
  use({}, allow(['states:SendTaskSuccess'], [machineArn(scope, stage, 'approval')]));
