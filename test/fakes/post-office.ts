import { doNotifyWork, type NotifyWorkPorts } from '../../shared/application/notifications/work.ts';
import type { NotifyWork, OutboxMessage } from '../../shared/application/outbox.ts';
import { deliver, type RelayPorts } from '../../shared/application/relay/deliver.ts';
import { sweep } from '../../shared/application/sweep/sweep.ts';
import { systemCaller } from '../../shared/application/system-caller.ts';
import { fireTimer } from '../../shared/application/timers/fire.ts';
import { type Instant, millisOf } from '../../shared/kernel/instant.ts';
import { moment } from '../builders/time.ts';
import type { SmallState } from './small-state.ts';

type Mail = Omit<Extract<OutboxMessage, { readonly type: 'SEND_MAIL' }>, 'type'>;

type Upload = Parameters<RelayPorts['queues']['sendIngest']>[0];

interface Schedule {
  readonly timerId: string;
  readonly version: number;
  readonly dueAt: Instant;
}

/** Everything between a commit and the people: relay, queue, worker, schedules and mail, without a socket. */
export const aPostOffice = (state: SmallState) => {
  const mails: Mail[] = [];
  const queue: NotifyWork[] = [];
  const ingests: Upload[] = [];
  const schedules = new Map<string, Schedule>();
  const ports: RelayPorts & NotifyWorkPorts = {
    ...state.ports,
    origin: 'https://attest.example.gov',
    queues: {
      sendRun: async () => undefined,
      sendIngest: async (upload) => void ingests.push(upload),
      sendNotification: async (work) => void queue.push(structuredClone(work)),
    },
    workflows: state.workflows,
    schedules: {
      arm: async (timerId, version, dueAt) => void schedules.set(`${timerId}.${version}`, { timerId, version, dueAt }),
      disarm: async (timerId, version) => void schedules.delete(`${timerId}.${version}`),
    },
    signInDirectory: { enable: async () => undefined, disable: async () => undefined },
    mail: { send: async (mail) => void mails.push({ to: mail.to, subject: mail.subject, text: mail.text }) },
  };

  /** Delivers until nothing is left; each message of the queue twice, as a queue may. */
  const quiet = async (): Promise<void> => {
    for (;;) {
      const pending = [...state.data.outbox.values()].filter(({ row }) => row.status === 'PENDING');
      if (pending.length === 0 && queue.length === 0) return;
      for (const { row } of pending) await deliver(ports, row.id);
      for (const work of queue.splice(0)) for (const again of [work, work]) await doNotifyWork(ports, again);
    }
  };

  const fire = async ({ timerId, version }: Schedule): Promise<void> => {
    await fireTimer(ports, await systemCaller(ports, 'schedule', timerId), timerId, version);
    await quiet();
  };

  /** The clock goes on from one schedule to the next, each fired at its time, those included that only come up on the way. */
  const moveTo = async (instant: string): Promise<void> => {
    const target = moment(instant);
    const standAt = (at: Instant) => state.clock.advance((millisOf(at) - millisOf(state.clock.now())) / 1000);
    for (;;) {
      const due = [...schedules.entries()].filter(([, { dueAt }]) => dueAt <= target);
      const [next] = due.toSorted(([, left], [, right]) => (left.dueAt < right.dueAt ? -1 : 1));
      if (next === undefined) break;
      const [name, schedule] = next;
      schedules.delete(name);
      standAt(schedule.dueAt);
      await fire(schedule);
    }
    standAt(target);
    await quiet();
  };

  return {
    ports,
    mails,
    /** Files that wait to be checked. */
    ingests,
    schedules,
    quiet,
    fire,
    moveTo,
    sweep: async () => {
      await sweep({ ...ports, dueList: state.ports.dueList, leases: state.ports.leases });
      await quiet();
    },
    /** A person's lines in the Message Center, the oldest first. */
    toldTo: async (user: string): Promise<readonly string[]> => {
      const { items } = (await state.ask(user, 'GET', '/v1/alerts', { query: 'limit=200' })).body;
      return items.map(({ type }: { type: string }) => type).toReversed();
    },
    mailsTo: (name: string): readonly Mail[] => mails.filter(({ to }) => to === `${name}@example.org`),
  };
};

export type PostOffice = ReturnType<typeof aPostOffice>;
