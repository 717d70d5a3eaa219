import type { Ports } from '../../../shared/application/ports/ports.ts';
import { certificationEventFor } from '../../../shared/application/queries/certification-events.ts';
import { messageView } from '../../../shared/application/views/message-view.ts';
import { listMessages } from '../../../shared/contracts/operations/participants.ts';
import type { Message } from '../../../shared/domain/messaging/message.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { listed } from '../../../shared/runtime/http/listed.ts';
import { newestFirst } from '../../../shared/runtime/http/ordering.ts';

export const listMessagesDoor = ({ store }: Ports) =>
  door(listMessages, async (request) => {
    const { id } = request.params;
    const read = await certificationEventFor(store, request.caller, 'listMessages', id);
    if (!read.ok) return read;
    return listed(store, listMessages, request, {
      items: (await store.messagesOf(id)).map(({ state }) => state),
      ordering: newestFirst<Message>(
        (message) => message.sentAt,
        (message) => message.id,
      ),
      view: messageView,
    });
  });
