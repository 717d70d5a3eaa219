import type { Message } from '../../domain/messaging/message.ts';

/** A message as the state's staff read it again. */
export const messageView = ({ text, addressees, ...message }: Message) => ({
  ...message,
  body: text.confidential,
  recipients: addressees.map(([organizationId, userId]) => ({ organizationId, userId })),
});

export type MessageView = ReturnType<typeof messageView>;
