import type { CommandFailure } from '../../application/handle-command.ts';
import { type Result, ok } from '../../kernel/result.ts';
import type { DoorOutcome, DoorReply } from './door.ts';

/** A command's outcome as the door answers it: its answer is the body. */
export const rendered = <Answer>(
  outcome: Result<Answer, CommandFailure>,
  more: (answer: Answer) => Omit<DoorReply, 'body'> = () => ({}),
): DoorOutcome => (outcome.ok ? ok({ body: outcome.value, ...more(outcome.value) }) : outcome);
