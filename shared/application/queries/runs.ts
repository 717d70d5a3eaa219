import type { Operation } from '../../domain/access/policy.ts';
import { type Refusal, refusal } from '../../domain/refusal.ts';
import type { ValidationRun } from '../../domain/validation-run/state.ts';
import type { RunId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import type { ParticipantKey, Versioned } from '../entities.ts';
import { loadScene, type Scene } from '../participants/scene.ts';
import type { Store } from '../ports/store.ts';
import { denied } from './denied.ts';
import { type DayOrInstant, happenedBetween } from './matches.ts';

export interface RunScene extends Scene {
  readonly run: Versioned<ValidationRun>;
}

/** One run with what it is about, if this person may see it and do this with it. A foreign one does not exist for him. */
export const runFor = async (
  store: Store,
  caller: Caller,
  operation: Operation,
  id: RunId,
): Promise<Result<RunScene, Refusal>> => {
  const run = await store.load('run', id);
  const scene = run && (await loadScene(store, caller, run.state));
  if (run === undefined || scene === undefined) return refuse(refusal('NOT_FOUND'));
  const refused = denied(caller, operation, {
    kind: 'RUN',
    certificationEvent: scene.certificationEvent.state,
    participant: scene.participant.state,
    run: run.state,
  });
  return refused === null ? ok({ ...scene, run }) : refuse(refused);
};

export interface QueuedBetween {
  readonly queuedAfter?: DayOrInstant | undefined;
  readonly queuedBefore?: DayOrInstant | undefined;
}

/** A participant's report queue as its own people see it: without the runs of the state's own. */
export const localRuns = async (
  store: Store,
  { agency }: Caller,
  key: ParticipantKey,
  { queuedAfter, queuedBefore }: QueuedBetween,
): Promise<readonly ValidationRun[]> =>
  (await store.runsOf(key))
    .map((read) => read.state)
    .filter(
      ({ step, queuedAt }) => step !== null && happenedBetween(queuedAt, queuedAfter, queuedBefore, agency.timeZone),
    );

/** The runs of the state's own over what it holds of a participant. No district sees them. */
export const stateRuns = async (store: Store, key: ParticipantKey): Promise<readonly ValidationRun[]> =>
  (await store.runsOf(key)).map((read) => read.state).filter(({ step }) => step === null);
