import type { CertificationEvent } from '../../domain/certification-event/state.ts';
import type { Participant } from '../../domain/participant/state.ts';
import type { OrganizationId, UserId } from '../../kernel/ids.ts';
import type { Notification } from '../outbox.ts';
import type { Store } from '../ports/store.ts';

/** A person to tell, and the participant it is about, if it is about one. */
export interface Recipient {
  readonly userId: UserId;
  readonly organizationId: OrganizationId | null;
}

export interface Recipients {
  readonly people: readonly Recipient[];
  /** Participants without any certifier: the state is told of them at publication. */
  readonly withoutCertifier: readonly OrganizationId[];
  readonly next: string | undefined;
}

const pageSize = 100;

const peopleOf = (participant: Participant, except: UserId | null = null): readonly Recipient[] =>
  participant.tasks
    .filter((task) => task.userId !== except)
    .map((task) => ({ userId: task.userId, organizationId: participant.organizationId }));

const stateMembers = async (
  store: Store,
  certificationEvent: CertificationEvent,
  approversOnly: boolean,
): Promise<readonly UserId[]> => {
  if (!('published' in certificationEvent)) return [];
  const category = await store.load('category', certificationEvent.published.outline.categoryId);
  return (category?.state.stateMembers ?? [])
    .filter((member) => member.active && (!approversOnly || member.role === 'APPROVER'))
    .map((member) => member.userId);
};

const only = (people: readonly Recipient[]): Recipients => ({ people, withoutCertifier: [], next: undefined });

/** Whom a notification is for, one page of participants at a time. */
export const recipientsOf = async (
  store: Store,
  certificationEvent: CertificationEvent,
  notification: Notification,
  from: string | undefined,
): Promise<Recipients> => {
  const { audience, certificationEventId, organizationId: about } = notification;
  switch (audience.kind) {
    case 'USER':
      return only([{ userId: audience.userId, organizationId: about }]);
    case 'CATEGORY_STATE': {
      const members = await stateMembers(store, certificationEvent, audience.approversOnly);
      return only(members.map((userId) => ({ userId, organizationId: about })));
    }
    case 'PARTICIPANT': {
      const key = { certificationEventId, organizationId: audience.organizationId };
      const participant = await store.load('participant', key);
      return only(participant ? peopleOf(participant.state, audience.except) : []);
    }
    case 'ALL_PARTICIPANTS': {
      const page = await store.participantsPage(certificationEventId, { limit: pageSize, from });
      const participants = page.items.map((read) => read.state).filter((one) => one.status !== 'WITHDRAWN');
      return {
        people: participants.flatMap((participant) => peopleOf(participant)),
        withoutCertifier: participants
          .filter((participant) => !participant.tasks.some((task) => task.role === 'CERTIFIER'))
          .map((participant) => participant.organizationId),
        next: page.next,
      };
    }
  }
};
