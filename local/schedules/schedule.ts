import * as z from 'zod';
import { occurrences } from './occurrences.ts';

/** Seconds on the wire, ISO text in a template. */
const instant = z.union([
  z.number().transform((seconds) => new Date(seconds * 1000)),
  z.iso.datetime().transform((text) => new Date(text)),
]);
const name = z.string().regex(/^[0-9a-zA-Z-_.]{1,64}$/);

const targetSchema = z.looseObject({
  Arn: z.string(),
  RoleArn: z.string(),
  /** Text for a queue, JSON for everything else. */
  Input: z.string().max(262_144).optional(),
  RetryPolicy: z.looseObject({ MaximumRetryAttempts: z.coerce.number().int().min(0).max(185).default(185) }).optional(),
  DeadLetterConfig: z.looseObject({ Arn: z.string().optional() }).optional(),
  SqsParameters: z.looseObject({ MessageGroupId: z.string().optional() }).optional(),
});

/** What creates or replaces a schedule, in a request and in a template alike. */
export const definitionSchema = z
  .object({
    Name: name,
    GroupName: name.default('default'),
    ScheduleExpression: z.string(),
    ScheduleExpressionTimezone: z.string().default('UTC'),
    FlexibleTimeWindow: z.object({
      Mode: z.enum(['OFF', 'FLEXIBLE']),
      MaximumWindowInMinutes: z.coerce.number().optional(),
    }),
    State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
    StartDate: instant.optional(),
    EndDate: instant.optional(),
    Description: z.string().max(512).optional(),
    ActionAfterCompletion: z.enum(['NONE', 'DELETE']).default('NONE'),
    Target: targetSchema,
    KmsKeyArn: z.string().optional(),
  })
  .superRefine((definition, context) => {
    const { Arn, Input = '{}' } = definition.Target;
    if (!Arn.includes(':sqs:') && !isJson(Input)) context.addIssue('The input of this target must be well-formed JSON');
    try {
      occurrences(definition);
    } catch (failure) {
      context.addIssue(`Invalid Schedule Expression ${definition.ScheduleExpression}: ${String(failure)}`);
    }
  });

export type ScheduleDefinition = z.infer<typeof definitionSchema>;

export interface Schedule {
  readonly definition: ScheduleDefinition;
  readonly createdAt: Date;
  readonly modifiedAt: Date;
  /** When it fires next by the local clock; undefined once it has completed. */
  readonly nextAt?: Date | undefined;
  /** Of the request that made it; the same token again is the same request. */
  readonly clientToken?: string | undefined;
  readonly fromTemplate: boolean;
}

const prefix = 'arn:aws:scheduler:us-east-1:000000000000';

export function arnOfGroup(groupName: string): string {
  return `${prefix}:schedule-group/${groupName}`;
}

export function arnOfSchedule({ GroupName, Name }: Pick<ScheduleDefinition, 'GroupName' | 'Name'>): string {
  return `${prefix}:schedule/${GroupName}/${Name}`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
