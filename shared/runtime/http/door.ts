import type * as z from 'zod';
import type { Caller, RepeatKey } from '../../application/caller.ts';
import type { CommandFailure } from '../../application/handle-command.ts';
import type { Operation } from '../../contracts/operations/operation.ts';
import type { Result } from '../../kernel/result.ts';
import type { AnsweredDocument } from './document.ts';
import type { DoorCode } from './problems.ts';

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** A request that has passed its door: parsed, attributed, and repeatable where the method demands it. */
export interface DoorRequest<Row extends Operation> {
  readonly params: Parsed<Row['params']>;
  readonly query: Parsed<Row['query']>;
  readonly body: Parsed<Row['body']>;
  readonly caller: Caller;
  readonly repeat: RepeatKey | null;
  /** The version an If-Match names; null for `*` or where none is asked. */
  readonly expectedVersion: number | null;
  readonly path: string;
}

export interface DoorReply {
  readonly body: unknown;
  readonly version?: number | undefined;
  readonly location?: string | undefined;
  /** Seconds after which looking again is worth it, while work is under way. */
  readonly retryAfter?: number | undefined;
  /** A file instead of the body. */
  readonly document?: AnsweredDocument | undefined;
  /** Where one operation has two outcomes: created now, or there already. */
  readonly status?: number | undefined;
}

export type DoorFailure = CommandFailure | { readonly code: DoorCode; readonly pointer?: string };

export type DoorOutcome = Result<DoorReply, DoorFailure>;

/** An operation of the contract with the code behind it: request in, outcome out. */
export interface Door {
  readonly operation: Operation;
  readonly answer: (request: DoorRequest<Operation>) => Promise<DoorOutcome>;
}

/** One that needs nobody to be signed in and takes no input: the same for everybody. */
export interface OpenDoor {
  readonly operation: Operation;
  readonly open: () => Promise<DoorOutcome>;
}

/** Joins an operation and its code, typed by the operation's own schemas. */
export const door = <const Row extends Operation>(
  operation: Row,
  answer: (request: DoorRequest<Row>) => Promise<DoorOutcome>,
): Door => ({
  operation,
  // The gate parses every request with exactly this operation's schemas before it calls.
  answer: (request) => answer(request),
});

export const openDoor = (operation: Operation & { readonly auth: 'none' }, open: OpenDoor['open']): OpenDoor => ({
  operation,
  open,
});
