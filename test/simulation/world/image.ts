import type { Schedule } from '../../../local/schedules/schedule.ts';
import type { Execution } from '../../../local/flows/execution/execution.ts';
import type { Items } from '../aws/items.ts';

/** A system at rest, to begin from again and again. */
export interface Image {
  readonly millis: number;
  readonly items: Items | undefined;
  readonly objects: ReadonlyMap<string, Buffer>;
  readonly schedules: ReadonlyMap<string, Schedule>;
  readonly executions: readonly Execution[];
  readonly accounts: ReadonlyMap<string, boolean>;
}
