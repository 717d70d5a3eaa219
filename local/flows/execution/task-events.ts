import type { TaskResource } from '../definition/resource.ts';

/** The names and common details of the history entries of one kind of task. */
export interface TaskEvents {
  readonly scheduled: string;
  readonly started: string;
  readonly succeeded: string;
  readonly failed: string;
  readonly timedOut: string;
  readonly details: Readonly<Record<string, string>>;
  /** Where `scheduled` shows what is sent. */
  readonly inputField: 'input' | 'parameters';
}

/** Functions called by their plain ARN have entries of their own, everything else the common ones. */
export function taskEventsOf(resource: TaskResource): TaskEvents {
  const prefix = resource.functionArn ? 'LambdaFunction' : 'Task';
  const suffix = resource.waitsForToken ? '.waitForTaskToken' : '';
  return {
    scheduled: `${prefix}Scheduled`,
    started: `${prefix}Started`,
    succeeded: `${prefix}Succeeded`,
    failed: `${prefix}Failed`,
    timedOut: `${prefix}TimedOut`,
    details: resource.functionArn
      ? { resource: resource.functionArn }
      : { resourceType: resource.service, resource: `${resource.action}${suffix}` },
    inputField: resource.functionArn ? 'input' : 'parameters',
  };
}
