import * as z from 'zod';
import type { CapturedMail } from './captured-mail.ts';

type Message = Omit<CapturedMail, 'id' | 'sentAt'>;

/** Reads a SendEmail request with simple content; templates and raw MIME are not emulated. */
export function readMessage(body: Buffer): Message | { readonly problem: string } {
  const parsed = sendEmail.safeParse(jsonOf(body));
  if (!parsed.success) return { problem: z.prettifyError(parsed.error) };
  const { FromEmailAddress: from, Destination, Content } = parsed.data;
  const { ToAddresses: to, CcAddresses: cc, BccAddresses: bcc } = Destination;
  const recipients = to.length + cc.length + bcc.length;
  if (recipients === 0 || recipients > 50)
    return { problem: `Recipient count must be between 1 and 50, got ${recipients}.` };
  const { Subject, Body } = Content.Simple;
  return { from, to, cc, bcc, subject: Subject.Data, text: Body.Text?.Data, html: Body.Html?.Data };
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

/** An address alone or as `Name <address>`; a line break could smuggle in further headers. */
const address = z.string().regex(/^([^\r\n<>]*<)?[^\s@<>]+@[^\s@<>]+>?$/, 'Missing or malformed address');
const addresses = z
  .array(address)
  .nullish()
  .transform((list) => list ?? []);
const part = z.object({ Data: z.string() });

const sendEmail = z.object({
  FromEmailAddress: address,
  Destination: z.object({ ToAddresses: addresses, CcAddresses: addresses, BccAddresses: addresses }),
  Content: z.object({
    Simple: z.object(
      {
        Subject: z.object({ Data: z.string().regex(/^[^\r\n]*$/, 'A subject has one line') }),
        Body: z
          .object({ Text: part.nullish(), Html: part.nullish() })
          .refine(({ Text, Html }) => Text ?? Html, 'A body needs text or HTML'),
      },
      'Only simple content is emulated',
    ),
  }),
});
