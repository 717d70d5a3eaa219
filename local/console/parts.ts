import type { CapturedMail } from '../mail/captured-mail.ts';
import type { LocalClock } from '../runtime.ts';

/** What the console shows and works. Rows may have any fields; they are shown as they are. */
export interface ConsoleParts {
  readonly clock: LocalClock;
  readonly executions: () => readonly object[] | Promise<readonly object[]>;
  readonly queues: () => readonly object[] | Promise<readonly object[]>;
  readonly schedules: () => readonly object[] | Promise<readonly object[]>;
  readonly captured: () => readonly CapturedMail[];
  /** Undefined for somebody unknown or disabled. */
  readonly token: (user: string) => Promise<string | undefined>;
  /** What an operator's command needs to work on this stage. */
  readonly environment: () => Readonly<Record<string, string>>;
  readonly faults: {
    readonly list: () => readonly object[];
    /** Throws when a rule is not understood; then the old ones stay. */
    readonly set: (rules: unknown) => void;
    readonly clear: () => void;
  };
  readonly log: (line: string) => void;
}
