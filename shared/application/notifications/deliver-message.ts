import { peopleOf } from '../../domain/messaging/message.ts';
import type { MessageId } from '../../kernel/ids.ts';
import { type NotifyPorts, tellPeople } from './tell-people.ts';

const pageSize = 100;

/** Puts a message into one page of Message Centers, with its mail; a long list goes on in a message of its own. */
export const deliverMessage = async (ports: NotifyPorts, id: MessageId, from: string | undefined): Promise<void> => {
  const [agency, read] = await Promise.all([ports.store.load('agency', 'AGENCY'), ports.store.load('message', id)]);
  if (agency === undefined || read === undefined) throw new Error(`message ${id} is gone`);
  const { certificationEventId, subject, text, sentAt } = read.state;
  const people = peopleOf(read.state);
  const start = Number(from ?? 0);
  await tellPeople(
    ports,
    { agency: agency.state, certificationEventId, name: subject, postedAt: sentAt },
    people.slice(start, start + pageSize).map(([organizationId, userId]) => ({
      kind: 'MESSAGE',
      userId,
      organizationId,
      dueDate: null,
      facts: { subject, text: text.confidential },
      dedupe: id,
    })),
  );
  const next = start + pageSize;
  if (next < people.length)
    await ports.queues.sendNotification({ version: 1, type: 'DELIVER_MESSAGE', messageId: id, from: String(next) });
};
