import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import type { Mail } from '../../application/ports/deliveries.ts';
import { clientConfiguration } from '../client-configuration.ts';

interface Parts {
  readonly client?: SESv2Client;
  readonly from: string;
}

/** Plain text mail. SES has no token for repeats: after a lost reply a person may read the same mail twice. */
export const createMail = ({ client = new SESv2Client(clientConfiguration), from }: Parts): Mail => ({
  async send({ to, subject, text }) {
    await client.send(
      new SendEmailCommand({
        FromEmailAddress: from,
        Destination: { ToAddresses: [to] },
        Content: {
          Simple: { Subject: { Data: subject, Charset: 'UTF-8' }, Body: { Text: { Data: text, Charset: 'UTF-8' } } },
        },
      }),
    );
  },
});
