import { timerId } from '../../domain/timer/decide.ts';
import type { TimedWork } from '../../domain/timer/state.ts';
import type { Instant } from '../../kernel/instant.ts';
import { ok } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import { mustCommit } from '../flows/must-commit.ts';
import { handleCommand } from '../handle-command.ts';
import type { Ports } from '../ports/ports.ts';
import { timerChange } from './change.ts';

/** Sets one timer in a commit of its own. */
export const setTimer = async (ports: Ports, caller: Caller, work: TimedWork, dueAt: Instant | null): Promise<void> => {
  const id = timerId(work);
  mustCommit(
    await handleCommand(ports, {
      caller,
      repeat: null,
      operation: dueAt === null ? 'cancelTimer' : 'armTimer',
      target: id,
      attempt: async () => {
        const { transitions, outbox } = timerChange(work, await ports.store.load('timer', id), dueAt);
        return ok({ transitions, outbox, answer: null });
      },
    }),
  );
};
