import { advice, alertText, type AlertSubject } from './alert-texts.ts';
import type { Alert, AlertKind } from './alert.ts';

/** A mail in plain text, before it has somebody to go to. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
}

/** Where the pages are, without a slash at the end, and in whose name the mail is sent. */
export interface Sender {
  readonly origin: string;
  readonly agencyName: string;
}

const signature = ({ agencyName }: Sender): string =>
  `${agencyName}\nSent by Attest. Everything it tells is in your Message Center too. Replies are not read.\n`;

const paragraphs = (...parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join('\n\n');

/**
 * One occasion. What people wrote as a reason stays in the Message Center, since nobody can say that it names no child; a
 * message of the state's staff is written to be mailed.
 */
export const occasionMail = (
  { kind, link }: { readonly kind: AlertKind; readonly link: string },
  subject: AlertSubject,
  sender: Sender,
): MailText => {
  const { reason, ...facts } = subject.facts;
  const { name: line, text } = alertText(kind, { ...subject, facts });
  return {
    subject: line,
    text: paragraphs(
      line,
      text,
      reason === undefined ? null : 'The reason is in your Message Center.',
      advice[kind],
      `${sender.origin}${link}`,
      signature(sender),
    ),
  };
};

/** Everything of a day in one mail, the oldest first. */
export const digestMail = (alerts: readonly Pick<Alert, 'name' | 'link'>[], sender: Sender): MailText => {
  const only = alerts.length === 1 ? alerts[0] : undefined;
  return {
    subject: only?.name ?? `Attest: ${alerts.length} messages for you`,
    text: paragraphs(...alerts.map(({ name, link }) => `${name}\n${sender.origin}${link}`), signature(sender)),
  };
};
