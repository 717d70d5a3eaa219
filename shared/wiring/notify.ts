import type { DrainPorts } from '../application/notifications/drain-waits.ts';
import type { NotifyPorts } from '../application/notifications/tell-people.ts';
import { env } from '../runtime/env.ts';
import { queues } from './queues.ts';
import { tablePorts } from './table.ts';
import { waits } from './waits.ts';
import { workflows } from './workflows.ts';

/** What telling people needs, long lists and the approval flows that a closing ends included. */
export const notifyPorts = (): NotifyPorts & DrainPorts => ({
  ...tablePorts(),
  queues: queues('notify'),
  waits: waits(),
  workflows: workflows(),
  origin: env('PUBLIC_ORIGIN'),
});
