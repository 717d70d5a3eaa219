import { checkerFor } from '../../domain/dataset/check-size.ts';
import { engineFor } from '../../domain/validation-run/engine-size.ts';
import { millisOf } from '../../kernel/instant.ts';
import { systemCaller } from '../system-caller.ts';
import type { Mail, Queues, Schedules, SignInDirectory, Workflows } from '../ports/deliveries.ts';
import type { OutboxRow, OutboxRows } from '../ports/outbox-rows.ts';
import type { Ports } from '../ports/ports.ts';
import type { Waits } from '../ports/waits.ts';
import { fireTimer } from '../timers/fire.ts';

export interface RelayPorts extends Ports {
  readonly outboxRows: OutboxRows;
  readonly queues: Queues;
  readonly workflows: Workflows;
  readonly schedules: Schedules;
  readonly signInDirectory: SignInDirectory;
  readonly mail: Mail;
  readonly waits: Waits;
}

type Message<Type> = Extract<OutboxRow['message'], { readonly type: Type }>;

/** Due within this time, a timer is fired directly: a schedule made now might come too late for its own minute. */
const directlyWithinMillis = 120_000;

const armTimer = async (ports: RelayPorts, row: OutboxRow, message: Message<'ARM_TIMER'>): Promise<void> => {
  const soon = millisOf(message.dueAt) - millisOf(ports.clock.now()) <= directlyWithinMillis;
  if (!soon) return ports.schedules.arm(message.timerId, message.version, message.dueAt);
  await fireTimer(ports, await systemCaller(ports, 'relay', row.id), message.timerId, message.version);
};

const answerWait = async (ports: RelayPorts, message: Message<'ANSWER_WAIT'>): Promise<void> => {
  const { certificationEventId, organizationId, sentSequence, outcome } = message;
  const wait = await ports.waits.open({ certificationEventId, organizationId }, sentSequence);
  // Nobody waits yet: the flow will see the decision when it registers.
  if (wait === undefined) return;
  await ports.workflows.answer(wait.token, { outcome });
  await ports.waits.markAnswered(wait, ports.clock.now());
};

const syncSignIn = async (ports: RelayPorts, message: Message<'SYNC_SIGN_IN'>): Promise<void> => {
  const user = await ports.store.load('user', message.userId);
  if (user === undefined) throw new Error(`user ${message.userId} is gone`);
  // What he is now, not what he was when this was written: messages come in any order.
  if (!user.state.active) return ports.signInDirectory.disable(message.userId);
  const { email, firstName, lastName } = user.state;
  await ports.signInDirectory.enable({ userId: message.userId, email, name: `${firstName} ${lastName}` });
};

const send = async (ports: RelayPorts, row: OutboxRow): Promise<void> => {
  const { message } = row;
  switch (message.type) {
    case 'START_EXECUTION':
      return ports.workflows.start(message.machine, message.name, message.input);
    case 'QUEUE_RUN':
      return ports.queues.sendRun({ ...message, engine: engineFor(message.size) });
    case 'QUEUE_INGEST':
      return ports.queues.sendIngest({ ...message, engine: checkerFor(message.size) });
    case 'NOTIFY':
      return ports.queues.sendNotification({ version: 1, type: 'NOTIFY', notification: message.notification });
    case 'SEAL_AUDIT':
    case 'DELIVER_MESSAGE':
    case 'DRAIN_WAITS':
    case 'PLAN_REMINDERS':
    case 'REMIND':
    case 'SEND_DIGESTS':
    case 'RENEW_TIMERS':
    case 'RECONCILE_MEMBERS':
    case 'RECONCILE_PUBLISHED':
      return ports.queues.sendNotification({ version: 1, ...message });
    case 'ARM_TIMER':
      return armTimer(ports, row, message);
    case 'DISARM_TIMER':
      return ports.schedules.disarm(message.timerId, message.version);
    case 'ANSWER_WAIT':
      return answerWait(ports, message);
    case 'SYNC_SIGN_IN':
      return syncSignIn(ports, message);
    case 'SEND_MAIL':
      return ports.mail.send(message);
  }
};

export type Delivery = 'SENT' | 'ALREADY_SENT' | 'POSTPONED' | 'DEAD';

/**
 * Sends one committed message. A failure is written on the row, which comes up again later and is dead after ten tries;
 * it never fails the others of a batch.
 */
export const deliver = async (ports: RelayPorts, id: string): Promise<Delivery> => {
  const row = await ports.outboxRows.read(id);
  if (row === undefined || row.status === 'SENT') return 'ALREADY_SENT';
  try {
    await send(ports, row);
  } catch (fault) {
    const problem = fault instanceof Error ? fault.name : 'unknown fault';
    return (await ports.outboxRows.markFailed(row, problem, ports.clock.now())) === 'DEAD' ? 'DEAD' : 'POSTPONED';
  }
  await ports.outboxRows.markSent(id, ports.clock.now());
  return 'SENT';
};
