import { createHash } from 'node:crypto';
import type { SnapshotChunk, SnapshotTask } from '../../../contracts/workflows/snapshot.ts';
import { awaitsValidation } from '../../../domain/participant/decide-records.ts';
import type { Participant } from '../../../domain/participant/state.ts';
import { ok } from '../../../kernel/result.ts';
import { handleCommand } from '../../handle-command.ts';
import { noTally, summaryFacts, tallied } from '../../notifications/tally.ts';
import type { OutboxMessage } from '../../outbox.ts';
import { fenceRowOf } from '../../ports/fence-row.ts';
import type { PortsWithObjects } from '../../ports/ports.ts';
import { hasGroups } from '../../participants/linked-groups.ts';
import { isLive } from '../../participants/scene.ts';
import { biggestFirst } from '../../runs/biggest-first.ts';
import { systemCaller } from '../../system-caller.ts';
import { mustCommit } from '../must-commit.ts';
import { firstNameOf } from '../start-again.ts';

type PlanTask = Extract<SnapshotTask, { readonly task: 'plan' }>;

interface SnapshotPlan {
  readonly outcome: 'PLANNED' | 'NOTHING_TO_DO';
  readonly chunks: readonly { readonly key: string; readonly chunk: number }[];
}

const participantsInChunk = 50;

// Withdrawn ones are frozen; those that are in the state's hands keep the snapshot they were sent with.
const needsSnapshot = (participant: Participant): boolean =>
  (participant.status === 'IN_PROGRESS' || participant.status === 'RECERT_IN_PROGRESS') &&
  participant.snapshot?.status !== 'COMPLETED';

/** Whose commits check the same row lie together, so that two chunks at a time do not meet on one; a district's schools too. */
const byFenceRow = (left: Participant, right: Participant): number =>
  fenceRowOf(left.districtId) - fenceRowOf(right.districtId);

/** At the set time the state learns who had none. A flow that is started again tells it under the same name, so once. */
const tellMissing = async (ports: PortsWithObjects, task: PlanTask, missing: readonly Participant[]): Promise<void> => {
  if (task.trigger !== 'CLEANUP' || missing.length === 0) return;
  const caller = await systemCaller(ports, 'snapshot-flow', task.execution);
  const { certificationEventId } = task;
  const names = tallied(
    noTally,
    missing.map(({ name }) => name),
  );
  const message: OutboxMessage = {
    type: 'NOTIFY',
    notification: {
      kind: 'SNAPSHOTS_MISSING',
      certificationEventId,
      organizationId: null,
      audience: { kind: 'STATE_WATCHERS' },
      dedupe: `SNAPSHOTS_MISSING.${firstNameOf(task.execution)}`,
      postedAt: caller.now,
      facts: summaryFacts(names),
    },
  };
  mustCommit(
    await handleCommand(ports, {
      caller,
      repeat: null,
      operation: 'tellMissingSnapshots',
      target: certificationEventId,
      attempt: async () => ok({ transitions: [], outbox: [message], answer: null }),
    }),
  );
};

/** Those that a schedule's snapshot was taken of and nothing was run on, the biggest first. */
const unvalidated = async ({ store }: PortsWithObjects, task: PlanTask): Promise<SnapshotChunk['participants']> => {
  const certificationEvent = await store.load('certificationEvent', task.certificationEventId);
  if (!certificationEvent || !isLive(certificationEvent)) return [];
  if (!(await hasGroups(store, { certificationEvent }))) return [];
  const participants = (await store.participants(task.certificationEventId)).map((read) => read.state);
  const ordered = await biggestFirst(store, 'SNAPSHOT', participants.filter(awaitsValidation));
  return ordered.map((organizationId) => ({ organizationId, snapshotId: null }));
};

const wanted = async (ports: PortsWithObjects, task: PlanTask): Promise<SnapshotChunk['participants']> => {
  if (task.organizationIds !== null)
    return task.organizationIds.map((organizationId) => ({ organizationId, snapshotId: task.snapshotId }));
  if (task.trigger === 'VALIDATION') return unvalidated(ports, task);
  const participants = await ports.store.participants(task.certificationEventId);
  const missing = participants.map((read) => read.state).filter(needsSnapshot);
  await tellMissing(ports, task, missing);
  return missing.toSorted(byFenceRow).map(({ organizationId, snapshot }) => ({
    organizationId,
    snapshotId: snapshot?.status === 'QUEUED' ? snapshot.snapshotId : null,
  }));
};

/** Whose snapshots to take, or to validate, in lists of 50 that travel by reference. The list's own hash is in its name: a repeat may differ. */
export const planSnapshots = async (ports: PortsWithObjects, task: PlanTask): Promise<SnapshotPlan> => {
  const participants = await wanted(ports, task);
  if (participants.length === 0) return { outcome: 'NOTHING_TO_DO', chunks: [] };
  const count = Math.ceil(participants.length / participantsInChunk);
  const chunks = await Promise.all(
    Array.from({ length: count }, async (_, chunk) => {
      const list = { participants: participants.slice(chunk * participantsInChunk, (chunk + 1) * participantsInChunk) };
      const text = JSON.stringify(list);
      const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
      const key = `flows/snapshot/${task.execution}/${chunk}-${digest}.json`;
      await ports.objects.putText('reports', key, text, 'application/json');
      return { key, chunk };
    }),
  );
  return { outcome: 'PLANNED', chunks };
};
