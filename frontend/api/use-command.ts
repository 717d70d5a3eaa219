import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { isRefused } from './problem.ts';

/** The headers of one intention of a person: repeated after a lost connection, it carries the same key. */
export interface Repeatable {
  readonly 'Idempotency-Key': string;
}

interface CommandOptions<Input, Output> {
  readonly send: (input: Input, header: Repeatable) => Promise<Output>;
  /** What is read anew once it is done: everything below these keys. */
  readonly changes: readonly QueryKey[];
  readonly onDone?: (output: Output, input: Input) => void;
}

/**
 * One command of the API as a mutation. Its key is kept until an answer came, so that pressing the button again after a
 * lost connection does it once. A refusal is shown by whoever uses it: `command.error`.
 */
export const useCommand = <Input, Output>({ send, changes, onDone }: CommandOptions<Input, Output>) => {
  const queries = useQueryClient();
  const pending = useRef<{ readonly input: string; readonly key: string } | null>(null);
  const keyFor = (input: Input): string => {
    const text = JSON.stringify({ input });
    if (pending.current?.input !== text) pending.current = { input: text, key: crypto.randomUUID() };
    return pending.current.key;
  };
  return useMutation<Output, Error, Input>({
    mutationFn: (input) => send(input, { 'Idempotency-Key': keyFor(input) }),
    onSettled: (_output, fault) => {
      if (!isRefused(fault, 'NOT_CONNECTED', 'UNAVAILABLE', 'UNAUTHENTICATED')) pending.current = null;
    },
    onSuccess: async (output, input) => {
      await Promise.all(changes.map((queryKey) => queries.invalidateQueries({ queryKey })));
      onDone?.(output, input);
    },
  });
};
