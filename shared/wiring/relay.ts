import { createSignInDirectory } from '../adapters/cognito/sign-in-directory.ts';
import { createSchedules } from '../adapters/scheduler/schedules.ts';
import { createMail } from '../adapters/ses/mail.ts';
import type { SignInDirectory } from '../application/ports/deliveries.ts';
import type { RelayPorts } from '../application/relay/deliver.ts';
import { env, envIfGiven } from '../runtime/env.ts';
import { outboxRows } from './outbox-rows.ts';
import { queues } from './queues.ts';
import { tablePorts } from './table.ts';
import { waits } from './waits.ts';
import { workflows } from './workflows.ts';

/** With the agency's own issuer there is no pool of ours: accounts are then made and closed there. */
const signInDirectory = (): SignInDirectory => {
  const userPoolId = envIfGiven('USER_POOL_ID');
  return userPoolId === undefined
    ? { enable: async () => undefined, disable: async () => undefined }
    : createSignInDirectory({ userPoolId });
};

/** Everything a committed message may need to reach its receiver: the relay and the sweeper have the same. */
export const relayPorts = (): RelayPorts => ({
  ...tablePorts(),
  outboxRows: outboxRows(),
  queues: queues('run', 'run-large', 'ingest', 'ingest-large', 'notify'),
  workflows: workflows('publish', 'snapshot', 'approval'),
  schedules: createSchedules({
    groupName: env('SCHEDULE_GROUP_NAME'),
    target: {
      functionArn: env('FIRE_FUNCTION_ARN'),
      roleArn: env('SCHEDULE_ROLE_ARN'),
      deadLetterQueueArn: env('SCHEDULE_DLQ_ARN'),
    },
  }),
  signInDirectory: signInDirectory(),
  mail: createMail({ from: env('MAIL_FROM') }),
  waits: waits(),
});
