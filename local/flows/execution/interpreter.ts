import {
  ExecutionError,
  ExecutionTimeoutError,
  StateMachine,
  type StateMachineDefinition,
} from 'aws-local-stepfunctions';
import * as z from 'zod';
import type { AslDefinition } from '../definition/asl.ts';
import { MachineTimeout } from './flow-error.ts';

/** What happened to one state, as the interpreter tells it. */
export interface WalkEvent {
  readonly type: string;
  readonly state: { readonly name: string; readonly input: unknown; readonly output: unknown; readonly error: string };
}

export interface Walk {
  /** Ends when the walk has ended, however it ended. */
  readonly events: AsyncIterable<WalkEvent>;
  /** Rejects with the error of the state that failed; with `States.Timeout` when the machine's own time is up. */
  readonly result: Promise<unknown>;
  readonly abort: () => void;
}

export type TaskHandler = (input: unknown) => Promise<unknown>;

/** The one door to aws-local-stepfunctions. Every task of the definition needs its handler; nothing is validated here. */
export function interpret(
  definition: AslDefinition,
  input: unknown,
  context: Readonly<Record<string, unknown>>,
  tasks: Readonly<Record<string, TaskHandler>>,
): Walk {
  const machine = new StateMachine(native.parse(definition), { validationOptions: { noValidate: true } });
  const run = machine.run(value.parse(input), {
    context,
    overrides: { taskResourceLocalHandlers: handlers.parse(tasks) },
  });
  return { events: walkEvents(run.eventLogs), result: run.result.catch(rethrowCause), abort: run.abort };
}

type Run = Parameters<StateMachine['run']>;
type Handlers = NonNullable<NonNullable<NonNullable<Run[1]>['overrides']>['taskResourceLocalHandlers']>;
type Events = ReturnType<StateMachine['run']>['eventLogs'];

/** The interpreter's types are narrower than JSON. What reaches it has passed the lint, or was made by the interpreter. */
const native = z.custom<StateMachineDefinition>();
const value = z.custom<Run[0]>();
const handlers = z.custom<Handlers>();

async function* walkEvents(events: Events): AsyncGenerator<WalkEvent> {
  for await (const event of events) {
    if (!('state' in event)) continue;
    const { name, input, output } = event.state;
    yield { type: event.type, state: { name, input, output, error: 'Error' in event ? event.Error : '' } };
  }
}

function rethrowCause(error: unknown): never {
  if (error instanceof ExecutionTimeoutError) throw new MachineTimeout();
  throw error instanceof ExecutionError ? error.cause : error;
}
