import { publishingOf } from '../../domain/certification-event/decide-publication.ts';
import type { ValidationRun } from '../../domain/validation-run/state.ts';
import { certificationEventStep } from '../certification-events/step.ts';
import { recoverUpload } from '../datasets/recover-upload.ts';
import { oldestUnsentSeconds } from '../metrics/measures.ts';
import { readOutcome } from '../flows/approval/outcome.ts';
import { giveUpSnapshot } from '../flows/snapshot/give-up.ts';
import type { DueList, DueWork } from '../ports/due-list.ts';
import type { Leases } from '../ports/leases.ts';
import { deliver, type RelayPorts } from '../relay/deliver.ts';
import { forgottenRuns } from '../runs/forgotten-runs.ts';
import { recoverRun } from '../runs/recover-run.ts';
import { systemCaller } from '../system-caller.ts';
import { fireTimer } from '../timers/fire.ts';
import type { Caller } from '../caller.ts';
import { type Instant, instantFromMillis, millisOf } from '../../kernel/instant.ts';

export interface SweepPorts extends RelayPorts {
  readonly dueList: DueList;
  readonly leases: Leases;
}

export interface SweepReport {
  readonly done: Readonly<Record<DueWork['kind'] | 'PUBLICATION' | 'RUN', number>>;
  readonly failed: number;
  /** Rows that nobody can read: for an operator. */
  readonly damaged: readonly string[];
  /** How long the oldest of the messages that should have left had waited. */
  readonly oldestUnsentSeconds: number;
}

const waitAgainMillis = 3_600_000;

/** A wait whose decision did not reach it is answered; one that rightly waits is looked at again in an hour. */
const answerOverdueWait = async (
  ports: SweepPorts,
  work: Extract<DueWork, { readonly kind: 'WAIT' }>,
): Promise<void> => {
  const { key, sentSequence, token } = work.wait;
  const participant = await ports.store.load('participant', key);
  const round = participant?.state.round ?? 0;
  const outcome = await readOutcome(ports, {
    task: 'tell-approvers',
    version: 1,
    ...key,
    round: participant && participant.state.sentSequence === sentSequence ? round : 0,
    sentSequence,
    execution: 'sweep',
  });
  if (outcome === undefined) {
    await ports.waits.postpone(work.wait, instantFromMillis(millisOf(ports.clock.now()) + waitAgainMillis));
    return;
  }
  await ports.workflows.answer(token, { outcome });
  await ports.waits.markAnswered(work.wait, ports.clock.now());
};

const doWork = async (ports: SweepPorts, caller: Caller, work: DueWork): Promise<unknown> => {
  switch (work.kind) {
    case 'OUTBOX':
      return deliver(ports, work.row.id);
    case 'TIMER':
      return fireTimer(ports, caller, work.timer.state.id, work.timer.version);
    case 'LEASE':
      return recoverRun(ports, caller, work.lease);
    case 'WAIT':
      return answerOverdueWait(ports, work);
    case 'SNAPSHOT':
      return giveUpSnapshot(ports, caller, work.snapshotId);
    case 'UPLOAD':
      return recoverUpload(ports, caller, work.uploadId);
  }
};

/** A publication whose flow has stopped is started again; whether it has, is the domain's to say. */
const resumePublications = async (ports: SweepPorts, caller: Caller): Promise<number> => {
  let resumed = 0;
  for (const { state } of await ports.store.certificationEvents()) {
    const publishing = publishingOf(state);
    if (publishing === null) continue;
    const outcome = await certificationEventStep(ports, caller, state.id, {
      type: 'resumePublication',
      revision: publishing.revision,
    });
    if (outcome.ok && publishingOf(outcome.value)?.attempt !== publishing.attempt) resumed += 1;
  }
  return resumed;
};

const forgotten = async (ports: SweepPorts, now: Instant): Promise<readonly ValidationRun[]> =>
  forgottenRuns(
    (await ports.store.queuedRuns()).map((read) => read.state),
    now,
  );

/**
 * Does what a lost message, a missed schedule or a lost worker should have done, each through the same code as they. One
 * row that fails does not keep the others from their turn.
 */
export const sweep = async (ports: SweepPorts): Promise<SweepReport> => {
  const caller = await systemCaller(ports, 'sweeper', 'sweep');
  const done = { OUTBOX: 0, TIMER: 0, LEASE: 0, WAIT: 0, SNAPSHOT: 0, UPLOAD: 0, PUBLICATION: 0, RUN: 0 };
  let failed = 0;
  const attempt = async (kind: keyof typeof done, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
      done[kind] += 1;
    } catch {
      failed += 1;
    }
  };
  const due = await ports.dueList.due(caller.now);
  for (const work of due.work) await attempt(work.kind, () => doWork(ports, caller, work));
  done.PUBLICATION = await resumePublications(ports, caller);
  for (const run of await forgotten(ports, caller.now))
    await attempt('RUN', () => recoverRun(ports, caller, { runId: run.id }));
  return { done, failed, damaged: due.damaged, oldestUnsentSeconds: oldestUnsentSeconds(due, caller.now) };
};
