import { ok } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import { mustCommit } from '../flows/must-commit.ts';
import { handleCommand } from '../handle-command.ts';
import type { OutboxMessage } from '../outbox.ts';
import type { Ports } from '../ports/ports.ts';
import type { Insert, Transition } from '../ports/unit-of-work.ts';

export interface Introduction {
  readonly transitions: readonly Transition[];
  readonly inserts?: readonly Insert[];
  readonly outbox?: readonly OutboxMessage[];
}

/** Writes what an operator sets up before anybody can sign in: agency, organizations, people, library. Audited like all else. */
export const introduce = async (
  ports: Ports,
  caller: Caller,
  name: string,
  introduction: Introduction,
): Promise<void> => {
  mustCommit(
    await handleCommand(ports, {
      caller,
      repeat: null,
      operation: 'introduce',
      target: name,
      attempt: async () => ok({ ...introduction, answer: null }),
    }),
  );
};
