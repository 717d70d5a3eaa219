import { createHash } from 'node:crypto';
import { Refusal } from './refusal.ts';
import { jsonAnswer, targetOf, type WireAnswer, type WireCall } from './wire.ts';

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** Takes what is sent to a queue; how it is delivered is the world's concern. */
export const answerQueue = (call: WireCall, onMessage: (queue: string, body: string) => string): WireAnswer => {
  if (targetOf(call) !== 'SendMessage') throw new Error(`the simulated queues do no ${targetOf(call)}`);
  const { QueueUrl, MessageBody } = JSON.parse(call.body.toString());
  const MessageId = onMessage(String(QueueUrl).split('/').at(-1) ?? '', MessageBody);
  return jsonAnswer({ MessageId, MD5OfMessageBody: md5(MessageBody) });
};

export interface SentMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export const answerMail = (call: WireCall, onMail: (mail: SentMail) => void): WireAnswer => {
  const { Destination, Content } = JSON.parse(call.body.toString());
  onMail({ to: Destination.ToAddresses[0], subject: Content.Simple.Subject.Data, text: Content.Simple.Body.Text.Data });
  return jsonAnswer({ MessageId: 'mail' });
};

/** Accounts of the user pool: who is there and who is let in. */
export const answerSignIn = (call: WireCall, accounts: Map<string, boolean>): WireAnswer => {
  const { Username } = JSON.parse(call.body.toString());
  switch (targetOf(call)) {
    case 'AdminCreateUser':
      if (accounts.has(Username)) throw new Refusal('UsernameExistsException');
      accounts.set(Username, true);
      return jsonAnswer({ User: { Username } });
    case 'AdminEnableUser':
    case 'AdminDisableUser':
      if (!accounts.has(Username)) throw new Refusal('UserNotFoundException');
      accounts.set(Username, targetOf(call) === 'AdminEnableUser');
      return jsonAnswer({});
    default:
      throw new Error(`the simulated user pool does no ${targetOf(call)}`);
  }
};
