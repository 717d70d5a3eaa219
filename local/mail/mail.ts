import { randomUUID } from 'node:crypto';
import type { AwsRequest, AwsResponse, AwsService, LocalClock } from '../runtime.ts';
import type { CapturedMail } from './captured-mail.ts';
import { readMessage } from './read-message.ts';

export interface MailCapture {
  /** SES v2 (`ses`): SendEmail, nothing else. */
  readonly service: AwsService;
  /** Newest first. */
  captured(): readonly CapturedMail[];
}

/** How many mails are kept; older ones are dropped. */
const capacity = 1_000;

/** Takes the place of SES: mails are kept in memory instead of sent. Errors have the codes of the SES v2 API. */
export function createMail({ clock }: { readonly clock: LocalClock }): MailCapture {
  const mails: CapturedMail[] = [];
  return {
    captured: () => mails,
    async service(request) {
      if (!isSendEmail(request)) return refused(404, 'NotFoundException', 'The local mail service only sends e-mail.');
      const message = readMessage(request.body);
      if ('problem' in message) return refused(400, 'BadRequestException', message.problem);
      const id = randomUUID();
      mails.unshift({ id, sentAt: clock.now().toISOString(), ...message });
      mails.length = Math.min(mails.length, capacity);
      return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ MessageId: id }) };
    },
  };
}

const isSendEmail = ({ method, path }: AwsRequest): boolean =>
  method === 'POST' && path.replace(/\?.*$/s, '') === '/v2/email/outbound-emails';

const refused = (status: number, code: string, message: string): AwsResponse => ({
  status,
  headers: { 'content-type': 'application/json', 'x-amzn-errortype': code },
  body: JSON.stringify({ message }),
});
