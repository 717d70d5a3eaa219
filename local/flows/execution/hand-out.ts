import { FlowError } from './flow-error.ts';
import { change, record } from './flow-run.ts';
import { encode } from './payload.ts';
import type { TaskCall } from './task-call.ts';
import type { TaskEvents } from './task-events.ts';

/**
 * Calls with the token and waits for its answer, which may come before the call returns: whoever registers the token may
 * find that the decision has been taken. A token held from before a restart is waited for without calling again.
 */
export async function waitForToken(
  call: TaskCall,
  events: TaskEvents,
  minted: string | undefined,
  signal: AbortSignal,
): Promise<unknown> {
  const { run, scope, name, resource, input } = call;
  const { tokens, integrate } = run.services;
  const at = `${scope.path}/${name}`;
  const held = run.execution.tokens[at];
  const token = held ?? minted;
  if (token === undefined)
    throw new FlowError('States.Runtime', 'The task was called without a token to hand out', true);
  const answer = tokens.open(token);
  signal.addEventListener('abort', () => tokens.close(token), { once: true });
  const submit = async () => {
    const output = held === undefined ? await integrate(resource, input, run.machine) : undefined;
    if (tokens.isOpen(token)) {
      change(run, { token, at });
      record(run, scope, 'TaskSubmitted', { ...events.details, output: encode(output) });
    }
    return answer;
  };
  try {
    return await Promise.race([answer, submit()]);
  } finally {
    tokens.close(token);
    change(run, { answered: at });
  }
}
