import { confidential } from '../../kernel/confidential.ts';
import type { Message } from './message.ts';

/** A message without the text that may name a student; who wrote to whom, when and about what stays. Null: it is forgotten. */
export const forgottenMessage = (message: Message): Message | null =>
  message.text.confidential === '' ? null : { ...message, text: confidential('') };
