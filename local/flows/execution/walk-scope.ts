import { randomUUID } from 'node:crypto';
import { Stopped } from './flow-error.ts';
import type { TaskEvents } from './task-events.ts';

/** One line of states being walked: the machine itself, an iteration of a Map, a branch of a Parallel. */
export interface WalkScope {
  /** `` for the machine, else `Deliver[3]`, `Fork[0]/Inner[7]`. */
  readonly path: string;
  /** What `$$` shows to the states of this walk. */
  readonly context: Readonly<Record<string, unknown>>;
  /** Aborted when the walk must start nothing any more. */
  readonly signal: AbortSignal;
  lastEventId: number;
  /** Made when a template reads `$$.Task.Token`, taken by the attempt it was made for. */
  mintedToken: string | undefined;
  /** The attempt under way, to be given up when its state times out. */
  attempt: { readonly events: TaskEvents; readonly giveUp: AbortController } | undefined;
}

interface ScopeOrigin {
  readonly path: string;
  readonly context: Readonly<Record<string, unknown>>;
  readonly signal: AbortSignal;
  readonly lastEventId: number;
  readonly executionArn: string;
}

/**
 * The interpreter fills templates before it calls the task, so the token is made by a getter: all reads for one attempt
 * give the same token, the next attempt gets another.
 */
export function createScope(origin: ScopeOrigin): WalkScope {
  const scope: WalkScope = {
    path: origin.path,
    signal: origin.signal,
    lastEventId: origin.lastEventId,
    mintedToken: undefined,
    attempt: undefined,
    context: {
      ...origin.context,
      Task: {
        get Token() {
          scope.mintedToken ??= mintToken(origin.executionArn);
          return scope.mintedToken;
        },
      },
    },
  };
  return scope;
}

export function assertNotStopped({ signal }: WalkScope): void {
  if (signal.aborted) throw new Stopped();
}

/** The execution a token belongs to; undefined for a text that never was a token. */
export function executionOfToken(token: string): string | undefined {
  const text = Buffer.from(token, 'base64url').toString();
  return /^\["(arn:aws:states:[^"]+)","[0-9a-f-]{36}"\]$/.exec(text)?.[1];
}

function mintToken(executionArn: string): string {
  return Buffer.from(JSON.stringify([executionArn, randomUUID()])).toString('base64url');
}
