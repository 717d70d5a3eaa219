import type { Chance } from '../../model/play/chance.ts';
import type { Client, Reply } from './client.ts';

const path = (eventId: string): string => `/v1/certification-events/${eventId}`;

export interface StaffWorld {
  readonly chance: Chance;
  readonly isOver: () => boolean;
  readonly paceMillis: number;
  /** How often something that was sent comes back for another round. */
  readonly strictness: number;
}

type Participant = Reply['body'];

const decisionOn = ({ eventStatus }: Participant, chance: Chance, strictness: number): string | undefined => {
  switch (eventStatus) {
    case 'SENT_TO_STATE':
      return chance.next() < strictness ? 'REQUEST_RECERTIFICATION' : 'APPROVE';
    case 'RECERTIFICATION_REQUESTED':
      return chance.next() < 0.5 ? 'REQUEST_RECERTIFICATION' : 'DECLINE_REQUEST';
    case 'APPROVED':
      return chance.next() < 0.1 ? 'UNAPPROVE' : undefined;
    default:
      return chance.next() < 0.04 ? 'APPROVE' : undefined;
  }
};

/** The approver looks at who stands where, and decides. */
export const workAsApprover = async (client: Client, eventId: string, world: StaffWorld): Promise<void> => {
  const { chance, isOver, paceMillis, strictness } = world;
  while (!isOver()) {
    await client.pause(chance.next() * paceMillis);
    const listed = await client.ask('GET', `${path(eventId)}/participants`);
    if (listed?.status !== 200 || listed.body.items.length === 0) continue;
    const participant = chance.pick<Participant>(listed.body.items);
    const type = decisionOn(participant, chance, strictness);
    if (type === undefined) continue;
    await client.ask('POST', `${path(eventId)}/decisions`, {
      type,
      reason: 'because',
      organizationIds: [participant.organizationId],
      ...(type === 'APPROVE' ? { confirmNotCertified: chance.next() < 0.3 } : {}),
    });
  }
};

/** Publishes; whoever is impatient presses twice. */
export const publish = async (client: Client, eventId: string): Promise<void> => {
  await client.ask('POST', `${path(eventId)}/publish`, { confirm: true });
};

export const close = async (client: Client, eventId: string): Promise<void> => {
  await client.ask('POST', `${path(eventId)}/close`, { comment: 'done', confirm: true });
};

/** Changes what is published and publishes it again. */
export const republish = async (client: Client, eventId: string, definition: object, again: boolean): Promise<void> => {
  await client.ask('PUT', path(eventId), definition);
  await client.ask('POST', `${path(eventId)}/publish`, { confirm: true, requireRecertification: again });
};
