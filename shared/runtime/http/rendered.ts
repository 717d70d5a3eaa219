import type { CommandFailure } from '../../application/handle-command.ts';
import { type Result, ok } from '../../kernel/result.ts';
import type { DoorOutcome, DoorReply } from './door.ts';

/** A command's outcome as the door answers it: its answer is the body. */
export const rendered = <Answer>(
  outcome: Result<Answer, CommandFailure>,
  more: (answer: Answer) => Omit<DoorReply, 'body'> = () => ({}),
): DoorOutcome => (outcome.ok ? ok({ body: outcome.value, ...more(outcome.value) }) : outcome);

/** What was just made, and where it lies below the list's address. */
export const located = <Body extends { readonly id: string }>(
  list: string,
  outcome: Result<{ readonly version: number; readonly body: Body }, CommandFailure>,
): DoorOutcome => (outcome.ok ? ok({ ...outcome.value, location: `${list}/${outcome.value.body.id}` }) : outcome);
