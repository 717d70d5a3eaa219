import { FlowError } from './flow-error.ts';

/** The tokens that wait for an answer. An answer is taken once; what came too late is told so. */
export interface TokenDesk {
  /** Opens the token; the promise is the task's output, or rejects with the failure that was sent. */
  open(token: string): Promise<unknown>;
  close(token: string): void;
  isOpen(token: string): boolean;
  succeed(token: string, output: unknown): void;
  fail(token: string, error: string, cause: string): void;
}

export function createTokenDesk(): TokenDesk {
  const waiting = new Map<string, PromiseWithResolvers<unknown>>();
  const take = (token: string) => {
    const answer = waiting.get(token);
    waiting.delete(token);
    return answer;
  };
  return {
    open(token) {
      const answer = Promise.withResolvers<unknown>();
      // A failure can be sent while the task is still being handed out: it is awaited only after that.
      answer.promise.catch(() => undefined);
      waiting.set(token, answer);
      return answer.promise;
    },
    close: (token) => void waiting.delete(token),
    isOpen: (token) => waiting.has(token),
    succeed: (token, output) => take(token)?.resolve(output),
    fail: (token, error, cause) => take(token)?.reject(new FlowError(error, cause)),
  };
}
