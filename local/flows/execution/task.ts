import type { AslState } from '../definition/asl.ts';
import { parseResource } from '../definition/resource.ts';
import { describeFailure, FlowError, Stopped } from './flow-error.ts';
import { type FlowRun, record } from './flow-run.ts';
import { waitForToken } from './hand-out.ts';
import { assertWithinLimit, encode } from './payload.ts';
import type { TaskCall } from './task-call.ts';
import { type TaskEvents, taskEventsOf } from './task-events.ts';
import { untilStopped } from './until-stopped.ts';
import type { WalkScope } from './walk-scope.ts';

/** One attempt of a Task state. The interpreter races it against the state's time-out and retries it. */
export async function performTask(
  run: FlowRun,
  scope: WalkScope,
  name: string,
  state: AslState,
  input: unknown,
): Promise<unknown> {
  const resource = parseResource(String(state['Resource']));
  if (!resource) throw new FlowError('States.Runtime', `No integration for ${String(state['Resource'])}`, true);
  const events = taskEventsOf(resource);
  try {
    return await attempt({ run, scope, name, resource, input }, events);
  } catch (failure) {
    if (!(failure instanceof Stopped))
      record(run, scope, events.failed, { ...events.details, ...describeFailure(failure) });
    throw failure;
  } finally {
    scope.attempt = undefined;
  }
}

async function attempt(call: TaskCall, events: TaskEvents): Promise<unknown> {
  const { run, scope, name, resource, input } = call;
  const token = scope.mintedToken;
  scope.mintedToken = undefined;
  const giveUp = new AbortController();
  scope.attempt = { events, giveUp };
  const signal = AbortSignal.any([scope.signal, giveUp.signal]);
  const sent = encode(input);
  record(run, scope, events.scheduled, { ...events.details, region: 'us-east-1', [events.inputField]: sent });
  assertWithinLimit(sent, `input of the state/task '${name}'`);
  record(run, scope, events.started, events.details);
  const work = resource.waitsForToken
    ? waitForToken(call, events, token, signal)
    : run.services.integrate(resource, input, run.machine);
  const output = encode(await untilStopped(signal, work));
  assertWithinLimit(output, `result of the state/task '${name}'`);
  record(run, scope, events.succeeded, { ...events.details, output });
  return JSON.parse(output);
}
