import { ok } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import { handleCommand } from '../handle-command.ts';
import type { MachineName } from '../outbox.ts';
import type { Ports } from '../ports/ports.ts';
import { mustCommit } from './must-commit.ts';

const maxStarts = 5;

/** The next name of an execution: `x`, `x.again-2`, `x.again-3`; undefined when it has been started often enough. */
const nextExecutionName = (execution: string): string | undefined => {
  const [, base = execution, count = '1'] = /^(.*)\.again-(\d+)$/.exec(execution) ?? [];
  const next = Number(count) + 1;
  return next > maxStarts ? undefined : `${base.slice(0, 70)}.again-${next}`;
};

/** The name under which a flow was started before it failed for the first time. */
export const firstNameOf = (execution: string): string => {
  const [first = execution] = execution.split('.again-');
  return first;
};

/** A flow that failed is started anew under the next name; false when it has been often enough: a lasting fault does not loop for ever. */
export const startAgain = async (
  ports: Ports,
  caller: Caller,
  machine: MachineName,
  execution: string,
  input: unknown,
): Promise<boolean> => {
  const name = nextExecutionName(execution);
  if (name === undefined) return false;
  mustCommit(
    await handleCommand(ports, {
      caller,
      repeat: null,
      operation: 'startAgain',
      target: execution,
      attempt: async () =>
        ok({ transitions: [], outbox: [{ type: 'START_EXECUTION', machine, name, input }], answer: null }),
    }),
  );
  return true;
};
