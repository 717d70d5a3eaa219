import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/**
 * Names by convention, `attest-<stage>-<name>`: what two things need of each other is named, not referenced, and an
 * operator finds a function, a queue or a workflow by the name it has in the code.
 */
export const physicalName = (stage: string, name: string): string => `attest-${stage}-${name}`;

/** Where the function of that name writes its log. */
export const logGroupName = (stage: string, name: string): string => `/attest/${stage}/${name}`;

export const machineNames = ['publish', 'snapshot', 'approval'] as const;
export type MachineName = (typeof machineNames)[number];

export const machineArn = (scope: Construct, stage: string, machine: MachineName): string =>
  Stack.of(scope).formatArn({
    service: 'states',
    resource: 'stateMachine',
    resourceName: physicalName(stage, machine),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

/** Bucket names are unique in the world, so account and region are part of them. */
export const uploadsBucketName = (scope: Construct, stage: string): string => {
  const { account, region } = Stack.of(scope);
  return `${physicalName(stage, 'uploads')}-${account}-${region}`;
};
