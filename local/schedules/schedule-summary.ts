import type { Schedule } from './schedule.ts';

/** A schedule as the page of the runtime shows it. `nextAt` is ISO text of the local clock; none once it has completed. */
export interface ScheduleSummary {
  readonly name: string;
  readonly groupName: string;
  readonly expression: string;
  readonly timezone: string;
  readonly state: string;
  readonly target: string;
  readonly nextAt: string | undefined;
}

export function summariseSchedule({ definition, nextAt }: Schedule): ScheduleSummary {
  return {
    name: definition.Name,
    groupName: definition.GroupName,
    expression: definition.ScheduleExpression,
    timezone: definition.ScheduleExpressionTimezone,
    state: definition.State,
    target: definition.Target.Arn.split(':').at(-1) ?? definition.Target.Arn,
    nextAt: nextAt?.toISOString(),
  };
}
