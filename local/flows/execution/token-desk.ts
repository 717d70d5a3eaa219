import { FlowError } from './flow-error.ts';

/** The tokens that wait for an answer. An answer is taken once, and kept until the task it is for comes to fetch it. */
export interface TokenDesk {
  /** Opens the token, or finds it open: the promise is the task's output, or rejects with the failure that was sent. */
  open(token: string): Promise<unknown>;
  close(token: string): void;
  /** Whether an answer would be taken now. */
  isOpen(token: string): boolean;
  succeed(token: string, output: unknown): void;
  fail(token: string, error: string, cause: string): void;
}

interface Waiting {
  readonly answer: PromiseWithResolvers<unknown>;
  answered: boolean;
}

export function createTokenDesk(): TokenDesk {
  const desk = new Map<string, Waiting>();
  const take = (token: string) => {
    const waiting = desk.get(token);
    if (waiting) waiting.answered = true;
    return waiting?.answer;
  };
  return {
    open(token) {
      const waiting = desk.get(token) ?? { answer: Promise.withResolvers<unknown>(), answered: false };
      desk.set(token, waiting);
      // A failure may be sent before the task comes to fetch it.
      waiting.answer.promise.catch(() => undefined);
      return waiting.answer.promise;
    },
    close: (token) => void desk.delete(token),
    isOpen: (token) => desk.get(token)?.answered === false,
    succeed: (token, output) => take(token)?.resolve(output),
    fail: (token, error, cause) => take(token)?.reject(new FlowError(error, cause)),
  };
}
