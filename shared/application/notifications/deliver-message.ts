import { createHash } from 'node:crypto';
import type { Alert } from '../../domain/messaging/alert.ts';
import { type Addressee, type Message, peopleOf } from '../../domain/messaging/message.ts';
import type { User } from '../../domain/user/state.ts';
import { alertId, type MessageId } from '../../kernel/ids.ts';
import type { OutboxMessage } from '../outbox.ts';
import type { NotifyPorts } from './deliver-notification.ts';

const pageSize = 100;

// The message and the person make the id, so that a message is in his Message Center once however often it is delivered.
const alertIdOf = (id: MessageId, userId: string): string =>
  `alr_${createHash('sha256').update(`${id}|${userId}`).digest('hex').slice(0, 32)}`;

const alertFor = (message: Message, [organizationId, userId]: Addressee): Alert => ({
  id: alertId(alertIdOf(message.id, userId)),
  userId,
  kind: 'MESSAGE',
  process: 'Data Certification',
  name: message.subject,
  text: message.text.confidential,
  required: false,
  postedAt: message.sentAt,
  dueDate: null,
  link: `/certifications/${message.certificationEventId}/${organizationId}`,
  certificationEventId: message.certificationEventId,
  organizationId,
  readAt: null,
  dismissedAt: null,
});

const mailFor = (message: Message, user: User | undefined): OutboxMessage | null =>
  user?.active === true && user.email.includes('@')
    ? { type: 'SEND_MAIL', to: user.email, subject: message.subject, text: `${message.text.confidential}\n` }
    : null;

/** Puts a message into one page of Message Centers, with its mail; a long list goes on in a message of its own. */
export const deliverMessage = async (ports: NotifyPorts, id: MessageId, from: string | undefined): Promise<void> => {
  const read = await ports.store.load('message', id);
  if (read === undefined) throw new Error(`message ${id} is gone`);
  const people = peopleOf(read.state);
  const start = Number(from ?? 0);
  const page = people.slice(start, start + pageSize);
  const users = await ports.store.loadMany(
    'user',
    page.map(([, userId]) => userId),
  );
  const byId = new Map(users.map(({ state }) => [state.id, state]));
  for (const addressee of page)
    await ports.journal.postAlert(alertFor(read.state, addressee), mailFor(read.state, byId.get(addressee[1])));
  const next = start + pageSize;
  if (next < people.length)
    await ports.queues.sendNotification({ version: 1, type: 'DELIVER_MESSAGE', messageId: id, from: String(next) });
};
