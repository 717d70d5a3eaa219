import { decideTimer } from '../../domain/timer/decide.ts';
import { evolveTimer } from '../../domain/timer/evolve.ts';
import type { SnapshotTimerKind, Timer } from '../../domain/timer/state.ts';
import type { Instant } from '../../kernel/instant.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Caller } from '../caller.ts';
import { evolveAll } from '../evolve-all.ts';
import { handleCommand, type Plan } from '../handle-command.ts';
import { mustCommit } from '../flows/must-commit.ts';
import type { OutboxMessage, SnapshotFlowInput } from '../outbox.ts';
import type { Ports } from '../ports/ports.ts';
import type { Store } from '../ports/store.ts';

type SnapshotTimer = Extract<Timer, { readonly kind: SnapshotTimerKind }>;

const snapshots = (
  { id, certificationEventId }: SnapshotTimer,
  version: number,
  trigger: SnapshotFlowInput['trigger'],
): OutboxMessage => {
  const input: SnapshotFlowInput = {
    version: 1,
    certificationEventId,
    organizationIds: null,
    trigger,
    snapshotId: null,
  };
  return { type: 'START_EXECUTION', machine: 'snapshot', name: `${id}.${version}`, input };
};

const workOf = (timer: Timer, version: number, now: Instant): OutboxMessage => {
  switch (timer.kind) {
    case 'FULL_SNAPSHOT':
      return snapshots(timer, version, 'FULL');
    case 'CLEANUP_SNAPSHOT':
      return snapshots(timer, version, 'CLEANUP');
    case 'REMINDERS':
      return { type: 'REMIND', certificationEventId: timer.certificationEventId, day: timer.day, at: now };
    case 'DIGEST':
      return { type: 'SEND_DIGESTS', day: timer.day };
  }
};

const isOver = async (store: Store, timer: Timer): Promise<boolean> =>
  timer.kind !== 'DIGEST' &&
  (await store.load('certificationEvent', timer.certificationEventId))?.state.status === 'CLOSED';

/**
 * Does what a timer is for, once: schedules, the relay and the sweeper all call this. Called early, twice, or for a timer
 * that was moved or cancelled since, it changes nothing. After the close there is nothing left to do: it ends without effect.
 */
export const fireTimer = async (ports: Ports, caller: Caller, id: string, version: number): Promise<boolean> =>
  mustCommit(
    await handleCommand(ports, {
      caller,
      repeat: null,
      operation: 'fireTimer',
      target: id,
      attempt: async (): Promise<Result<Plan<boolean>, never>> => {
        const before = await ports.store.load('timer', id);
        if (before === undefined || before.version !== version) return ok({ transitions: [], answer: false });
        const command = (await isOver(ports.store, before.state)) ? 'cancelTimer' : 'fireTimer';
        const decided = decideTimer(before.state, { type: command });
        if (!decided.ok || decided.value.length === 0) return ok({ transitions: [], answer: false });
        const after = evolveAll(evolveTimer, before.state, decided.value);
        return ok({
          transitions: [{ entity: 'timer', key: id, before, after, command }],
          outbox: after.status === 'FIRED' ? [workOf(after, version, caller.now)] : [],
          answer: after.status === 'FIRED',
        });
      },
    }),
  );
