import { decideMessage, type MessageWish } from '../../domain/messaging/decide-message.ts';
import type { Participant } from '../../domain/participant/state.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type CertificationEventId, messageId } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Caller, RepeatKey } from '../caller.ts';
import { type CommandFailure, handleCommand, type Plan } from '../handle-command.ts';
import type { Ports } from '../ports/ports.ts';
import type { Store } from '../ports/store.ts';
import { certificationEventFor } from '../queries/certification-events.ts';
import { type MessageView, messageView } from '../views/message-view.ts';

export interface MessageRequest {
  readonly id: CertificationEventId;
  readonly sent: MessageWish;
  readonly caller: Caller;
  readonly repeat: RepeatKey | null;
}

/** The participants that are written to: those named, or all. */
const participantsFor = async (
  store: Store,
  certificationEventId: CertificationEventId,
  { recipients, organizationIds }: MessageWish,
): Promise<readonly Participant[]> => {
  if (recipients === undefined && organizationIds === undefined)
    return (await store.participants(certificationEventId)).map((read) => read.state);
  const named = new Set([...(organizationIds ?? []), ...(recipients ?? []).map((one) => one.organizationId)]);
  const keys = [...named].map((organizationId) => ({ certificationEventId, organizationId }));
  return (await store.loadMany('participant', keys)).map((read) => read.state);
};

const attempt = async (
  ports: Ports,
  { id, sent, caller }: MessageRequest,
): Promise<Result<Plan<MessageView>, Refusal>> => {
  const read = await certificationEventFor(ports.store, caller, 'messageCertifiers', id);
  if (!read.ok) return read;
  const { state } = read.value;
  const participants = await participantsFor(ports.store, id, sent);
  const command = {
    type: 'messageCertifiers',
    id: messageId(ports.ids.next('msg')),
    wish: sent,
    participants,
  } as const;
  const decided = decideMessage(state, command, caller);
  if (!decided.ok) return decided;
  const [happening] = decided.value;
  const organizationId = happening?.message.addressees[0]?.[0];
  if (happening === undefined || organizationId === undefined || state.status !== 'PUBLISHED')
    throw new Error('a message to nobody');
  const { message: after } = happening;
  return ok({
    transitions: [{ entity: 'message', key: after.id, before: null, after, command: 'messageCertifiers' }],
    outbox: [{ type: 'DELIVER_MESSAGE', messageId: after.id }],
    fence: { certificationEventId: id, organizationId, revision: state.published.revision },
    answer: messageView(after),
  });
};

/** Writes to people of a certification event. The message is kept; Message Centers and mail get it once it is committed. */
export const messageCertifiers = (
  ports: Ports,
  request: MessageRequest,
): Promise<Result<MessageView, CommandFailure>> =>
  handleCommand(ports, {
    caller: request.caller,
    repeat: request.repeat,
    operation: 'messageCertifiers',
    target: request.id,
    attempt: () => attempt(ports, request),
  });
