import * as z from 'zod';
import { arnOf } from '../assembly/identity.ts';
import { executionOfToken } from '../flows/execution/walk-scope.ts';
import { type Call, type NeededRight, type Operation, targetOperation } from './operation.ts';

/** Queues: a batch needs the right of its single form. */
export function sqsOperation(call: Call): Operation {
  const name = targetOperation(call);
  const { QueueUrl, QueueName } = z
    .object({ QueueUrl: z.string().optional(), QueueName: z.string().optional() })
    .parse(json(call));
  const queue = QueueUrl?.slice(QueueUrl.lastIndexOf('/') + 1) ?? QueueName ?? '*';
  return { name, rights: [right(`sqs:${name.replace(/Batch$/, '')}`, arnOf('sqs', queue))] };
}

/** To answer a waiting task takes the right on the machine that waits; the token says which. */
export function statesOperation(call: Call): Operation {
  const name = targetOperation(call);
  const { stateMachineArn, executionArn, taskToken } = z
    .object({
      stateMachineArn: z.string().optional(),
      executionArn: z.string().optional(),
      taskToken: z.string().optional(),
    })
    .parse(json(call));
  const resource = stateMachineArn ?? executionArn ?? machineOfToken(taskToken ?? '');
  return { name, rights: [right(`states:${name}`, resource)] };
}

function machineOfToken(token: string): string {
  const [, machine = '*'] = /:execution:([^:]+):/.exec(executionOfToken(token) ?? '') ?? [];
  return arnOf('states', `stateMachine:${machine}`);
}

const scheduleBody = z.object({
  GroupName: z.string().optional(),
  Target: z.object({ RoleArn: z.string() }).optional(),
});

const scheduleVerbs: Readonly<Record<string, string>> = { POST: 'Create', GET: 'Get', PUT: 'Update', DELETE: 'Delete' };

/** Creating or updating a schedule also hands its role on, which needs `iam:PassRole`. */
export function schedulerOperation(call: Call): Operation {
  const { pathname, searchParams } = new URL(call.path, 'http://scheduler');
  const [, kind, schedule] = pathname.split('/');
  const body = scheduleBody.parse(call.body.length > 0 ? json(call) : {});
  const group = body.GroupName ?? searchParams.get('groupName') ?? 'default';
  const name =
    kind === 'schedules' && schedule ? `${scheduleVerbs[call.method] ?? call.method}Schedule` : 'ListSchedules';
  const resource = schedule ? arnOf('scheduler', `schedule/${group}/${decodeURIComponent(schedule)}`) : '*';
  const passed = body.Target && {
    ...right('iam:PassRole', body.Target.RoleArn),
    context: { 'iam:PassedToService': ['scheduler.amazonaws.com'] },
  };
  return { name, rights: [right(`scheduler:${name}`, resource), ...(passed ? [passed] : [])] };
}

/** The sender's address or its domain may be the verified identity. */
export function sesOperation(call: Call): Operation {
  const { FromEmailAddress } = z.object({ FromEmailAddress: z.string().default('') }).parse(json(call));
  const address = /<([^>]+)>/.exec(FromEmailAddress)?.[1] ?? FromEmailAddress;
  const identities = [address, address.replace(/^.*@/, '')];
  return {
    name: 'SendEmail',
    rights: [
      { action: 'ses:SendEmail', resources: identities.map((identity) => arnOf('ses', `identity/${identity}`)) },
    ],
  };
}

export function cognitoOperation(call: Call): Operation {
  const name = targetOperation(call);
  const { UserPoolId } = z.object({ UserPoolId: z.string().default('*') }).parse(json(call));
  return { name, rights: [right(`cognito-idp:${name}`, arnOf('cognito-idp', `userpool/${UserPoolId}`))] };
}

function right(action: string, resource: string): NeededRight {
  return { action, resources: [resource] };
}

function json({ body }: Call): unknown {
  return JSON.parse(body.toString());
}
