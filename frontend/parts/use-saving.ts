import type { QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answer } from '../api/client.ts';
import { isRefused } from '../api/problem.ts';
import { useCommand } from '../api/use-command.ts';

interface SavingOptions<Thing, Input> {
  /** What the form began with. */
  readonly answer: Answer<Thing>;
  readonly reload: () => Promise<Answer<Thing>>;
  readonly send: (input: Input, header: { readonly 'If-Match': string }) => Promise<unknown>;
  readonly changes: readonly QueryKey[];
  readonly onDone?: () => void;
}

interface Sent<Input> {
  readonly input: Input;
  readonly etag: string;
}

/**
 * Saves a form over the very version it began with. Was another saved meanwhile, that one is fetched and the person
 * chooses between the two; nothing is overwritten unseen.
 */
export const useSaving = <Thing, Input>({ answer, reload, send, changes, onDone }: SavingOptions<Thing, Input>) => {
  const [etag, setEtag] = useState(answer.etag ?? '*');
  const [conflict, setConflict] = useState<{ readonly mine: Input; readonly theirs: Answer<Thing> } | null>(null);
  const command = useCommand<Sent<Input>, unknown>({
    send: (sent) => send(sent.input, { 'If-Match': sent.etag }),
    changes,
    ...(onDone !== undefined && { onDone }),
  });
  const put = (sent: Sent<Input>): void =>
    command.mutate(sent, {
      onSuccess: () => void reload().then((now) => setEtag(now.etag ?? '*')),
      onError: (fault) => {
        if (isRefused(fault, 'IF_MATCH_STALE'))
          void reload().then((theirs) => setConflict({ mine: sent.input, theirs }));
      },
    });
  const settle = (): void => {
    setConflict(null);
    command.reset();
  };
  return {
    isPending: command.isPending,
    error: conflict === null ? command.error : null,
    save: (input: Input): void => put({ input, etag }),
    /** What somebody else saved meanwhile. */
    theirs: conflict?.theirs.data ?? null,
    keepMine: (): void => {
      if (conflict === null) return;
      settle();
      put({ input: conflict.mine, etag: conflict.theirs.etag ?? '*' });
    },
    takeTheirs: (): void => {
      setEtag(conflict?.theirs.etag ?? '*');
      settle();
    },
    leave: settle,
  };
};
