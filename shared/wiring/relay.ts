import { createSignInDirectory } from '../adapters/cognito/sign-in-directory.ts';
import { createOutboxRows } from '../adapters/dynamodb/outbox-rows.ts';
import { openTable } from '../adapters/dynamodb/table.ts';
import { createSchedules } from '../adapters/scheduler/schedules.ts';
import { createMail } from '../adapters/ses/mail.ts';
import type { RelayPorts } from '../application/relay/deliver.ts';
import { env } from '../runtime/env.ts';
import { queues } from './queues.ts';
import { tablePorts } from './table.ts';
import { waits } from './waits.ts';
import { workflows } from './workflows.ts';

/** Everything a committed message may need to reach its receiver: the relay and the sweeper have the same. */
export const relayPorts = (): RelayPorts => ({
  ...tablePorts(),
  outboxRows: createOutboxRows(openTable(env('TABLE_NAME'))),
  queues: queues('run', 'ingest', 'notify'),
  workflows: workflows('publish', 'snapshot', 'approval'),
  schedules: createSchedules({
    groupName: env('SCHEDULE_GROUP_NAME'),
    target: {
      functionArn: env('FIRE_FUNCTION_ARN'),
      roleArn: env('SCHEDULE_ROLE_ARN'),
      deadLetterQueueArn: env('SCHEDULE_DLQ_ARN'),
    },
  }),
  signInDirectory: createSignInDirectory({ userPoolId: env('USER_POOL_ID') }),
  mail: createMail({ from: env('MAIL_FROM') }),
  waits: waits(),
});
