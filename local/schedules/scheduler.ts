import type { AwsService, LocalClock, Part, Resource } from '../runtime.ts';
import { createScheduleService } from './api/service.ts';
import type { Targets } from './delivery.ts';
import { createDueFiring } from './due.ts';
import { createScheduleStore } from './schedule-store.ts';
import { type ScheduleSummary, summariseSchedule } from './schedule-summary.ts';
import { adoptTemplate } from './template-schedules.ts';

/** How often the host looks for due schedules while nobody moves the clock. */
const tickMs = 500;

export interface SchedulerOptions extends Targets {
  /** The AWS::Scheduler::ScheduleGroup resources. */
  readonly groups: readonly Resource[];
  /** The AWS::Scheduler::Schedule resources. */
  readonly schedules: readonly Resource[];
  readonly clock: LocalClock;
  /** Where schedules outlive a restart (a copy of it is an image of them); without it they end with the process. */
  readonly file?: string;
  readonly log?: (line: string) => void;
  /** The fault switch: how often a due schedule fires, 0 for lost, 2 for doubled; 1 without it. */
  readonly firings?: (schedule: { readonly name: string; readonly groupName: string }) => number;
}

export interface Scheduler extends Part {
  /** Service `scheduler` of the gateway. */
  readonly service: AwsService;
  schedules(): readonly ScheduleSummary[];
  /** Fires what is due by the local clock, each schedule once; settles when everything has been delivered. */
  fireDue(): Promise<void>;
}

/** EventBridge Scheduler on the local clock: fires on a tick of the host and at once when the clock is moved. */
export function createScheduler(options: SchedulerOptions): Scheduler {
  const { clock, groups, schedules, log = () => {}, firings = () => 1 } = options;
  const store = createScheduleStore(options.file);
  const stopping = new AbortController();
  const fireDue = createDueFiring({ store, clock, targets: options, log, firings, signal: stopping.signal });
  let tick: NodeJS.Timeout | undefined;
  clock.onMove(async () => {
    if (tick) await fireDue();
  });
  return {
    name: 'scheduler',
    service: createScheduleService(store, clock),
    schedules: () => [...store.schedules.values()].map(summariseSchedule),
    fireDue,
    async start() {
      adoptTemplate(store, groups, schedules, clock.now());
      store.keepAll();
      tick = setInterval(() => void fireDue(), tickMs);
    },
    async stop() {
      clearInterval(tick);
      tick = undefined;
      stopping.abort();
    },
  };
}
