import type { Json } from './client.ts';
import { textAt } from './read.ts';

/** The captured mails that somebody got, the oldest first. */
export const mailsTo = async (origin: string, name: string): Promise<readonly Json[]> => {
  const captured: unknown = await (await fetch(`${origin}/_local/mail`)).json();
  const mails: readonly Json[] = Array.isArray(captured) ? captured : [];
  return mails.filter(({ to }) => Array.isArray(to) && to.includes(`${name}@example.org`)).toReversed();
};

export const subjectsOf = (mails: readonly Json[]): readonly string[] => mails.map((mail) => textAt(mail, 'subject'));
