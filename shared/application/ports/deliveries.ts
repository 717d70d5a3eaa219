import type { EngineSize } from '../../domain/validation-run/engine-size.ts';
import type { OrganizationId, RunId, UploadId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { MachineName, NotifyWork } from '../outbox.ts';

/** Where committed messages go. Every call may be repeated: what is already done counts as done. Faults are thrown. */
export interface Workflows {
  /** `name` names the execution, so that starting it twice starts it once. */
  start(machine: MachineName, name: string, input: unknown): Promise<void>;
  /** Ends a wait for a task token; a wait that is over already is as good. */
  answer(token: string, output: unknown): Promise<void>;
}

export interface Queues {
  /** Runs of one district share a group, so that a big district cannot starve the others. */
  sendRun(run: {
    readonly runId: RunId;
    readonly districtId: OrganizationId;
    readonly engine: EngineSize;
  }): Promise<void>;
  sendIngest(upload: {
    readonly uploadId: UploadId;
    readonly organizationId: OrganizationId;
    readonly engine: EngineSize;
  }): Promise<void>;
  sendNotification(work: NotifyWork): Promise<void>;
}

export interface Schedules {
  /** A one-off call of `fire(timerId, version)` at `dueAt` (to the second, never early). */
  arm(timerId: string, version: number, dueAt: Instant): Promise<void>;
  disarm(timerId: string, version: number): Promise<void>;
}

export interface SignInDirectory {
  /** Creates the account or opens it again. */
  enable(person: { readonly userId: UserId; readonly email: string; readonly name: string }): Promise<void>;
  disable(userId: UserId): Promise<void>;
}

export interface Mail {
  send(mail: { readonly to: string; readonly subject: string; readonly text: string }): Promise<void>;
}
