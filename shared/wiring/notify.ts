import type { NotifyWorkPorts } from '../application/notifications/work.ts';
import { env } from '../runtime/env.ts';
import { objectStore } from './objects.ts';
import { queues } from './queues.ts';
import { tablePorts } from './table.ts';
import { waits } from './waits.ts';
import { workflows } from './workflows.ts';

/** What telling people needs, long lists and the approval flows that a closing ends included. */
export const notifyPorts = (): NotifyWorkPorts => ({
  ...tablePorts(),
  objects: objectStore('data'),
  queues: queues('notify'),
  waits: waits(),
  workflows: workflows(),
  origin: env('PUBLIC_ORIGIN'),
});
