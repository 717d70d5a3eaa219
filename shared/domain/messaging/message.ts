import type { Confidential } from '../../kernel/confidential.ts';
import type { CertificationEventId, MessageId, OrganizationId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';

/** A person, and the participant for whose sake he is written to. */
export type Addressee = readonly [organizationId: OrganizationId, userId: UserId];

/**
 * What the state wrote to people of a certification event; never changed. The text is free, so it may name a student: the
 * audit trail, which nobody can correct, knows who wrote to whom about what, and of the text only length and digest.
 */
export interface Message {
  readonly id: MessageId;
  readonly certificationEventId: CertificationEventId;
  readonly sentBy: UserId;
  readonly sentAt: Instant;
  readonly subject: string;
  readonly text: Confidential;
  readonly addressees: readonly Addressee[];
}

/** Each person once, with the first participant he is written to about. */
export const peopleOf = ({ addressees }: Message): readonly Addressee[] => {
  const people = new Map<UserId, Addressee>();
  for (const addressee of addressees) if (!people.has(addressee[1])) people.set(addressee[1], addressee);
  return [...people.values()];
};
