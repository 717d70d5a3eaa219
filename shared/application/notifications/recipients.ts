import type { LiveCertificationEvent, Published } from '../../domain/certification-event/state.ts';
import { dueDateOf } from '../../domain/certification-event/window.ts';
import { isFinished } from '../../domain/participant/context.ts';
import type { Participant, Task } from '../../domain/participant/state.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { OrganizationId, UserId } from '../../kernel/ids.ts';
import type { Notification } from '../outbox.ts';
import type { Store } from '../ports/store.ts';

/** A person to tell, and the participant it is about, if it is about one. */
export interface Recipient {
  readonly userId: UserId;
  readonly organizationId: OrganizationId | null;
  readonly dueDate: CalendarDate | null;
  readonly facts?: Readonly<Record<string, string>>;
}

export interface Recipients {
  readonly people: readonly Recipient[];
  /** Participants without any certifier: their district and the state are told of them at publication. */
  readonly withoutCertifier: readonly Participant[];
  readonly next: string | undefined;
}

const pageSize = 100;

const peopleOf = (participant: Participant, published: Published, tasks: readonly Task[] = participant.tasks) =>
  tasks.map((task) => ({
    userId: task.userId,
    organizationId: participant.organizationId,
    dueDate: dueDateOf(task, participant, published.outline),
  }));

const stateMembers = async (store: Store, published: Published, approversOnly = false): Promise<readonly UserId[]> => {
  const category = await store.load('category', published.outline.categoryId);
  return (category?.state.stateMembers ?? [])
    .filter((member) => member.active && (!approversOnly || member.role === 'APPROVER'))
    .map((member) => member.userId);
};

/** The state's people who follow a certification event: the category's members, and whoever published it. */
export const stateWatchers = async (store: Store, published: Published): Promise<readonly UserId[]> => [
  ...new Set([...(await stateMembers(store, published)), published.publishedBy]),
];

const only = (people: readonly Recipient[]): Recipients => ({ people, withoutCertifier: [], next: undefined });

const hasCertifier = ({ tasks }: Participant): boolean => tasks.some(({ role }) => role === 'CERTIFIER');

type Listed = Extract<
  Notification['audience'],
  { readonly kind: 'ALL_PARTICIPANTS' | 'NEW_PARTICIPANTS' | 'FORMER_PARTICIPANTS' }
>;

const formerOnes = async (store: Store, { id }: LiveCertificationEvent, audience: Listed) => {
  if (audience.kind === 'ALL_PARTICIPANTS') return new Set<OrganizationId>();
  const { participants } = await store.body(id, audience.formerBodyId);
  return new Set('all' in participants ? [] : participants);
};

/** Where nothing but the end date has moved, those are told whose own due date moved with it. */
const affected = (participant: Participant, published: Published, { audience, facts }: Notification) => {
  if (audience.kind !== 'FORMER_PARTICIPANTS' || facts['only'] !== 'endDate') return peopleOf(participant, published);
  const former = { ...published.outline, endDate: audience.formerEndDate };
  const moved = participant.tasks.filter(
    (task) => dueDateOf(task, participant, former) !== dueDateOf(task, participant, published.outline),
  );
  return peopleOf(participant, published, moved);
};

const listedRecipients = async (
  store: Store,
  certificationEvent: LiveCertificationEvent,
  notification: Notification & { readonly audience: Listed },
  from: string | undefined,
): Promise<Recipients> => {
  const { audience, kind } = notification;
  const { published } = certificationEvent;
  const [former, page] = await Promise.all([
    formerOnes(store, certificationEvent, audience),
    store.participantsPage(certificationEvent.id, { limit: pageSize, from }),
  ]);
  const participants = page.items
    .map((read) => read.state)
    .filter((one) => one.status !== 'WITHDRAWN')
    .filter((one) => audience.kind === 'ALL_PARTICIPANTS' || former.has(one.organizationId) === isAboutFormer(audience))
    .filter((one) => !isAboutFormer(audience) || !isFinished(one));
  return {
    people: participants.flatMap((participant) =>
      affected(participant, published, notification).map((person) =>
        kind === 'CERTIFICATION_EVENT_CLOSED' ? { ...person, facts: { finalStatus: participant.status } } : person,
      ),
    ),
    withoutCertifier: participants.filter((participant) => !hasCertifier(participant)),
    next: page.next,
  };
};

const isAboutFormer = ({ kind }: Listed): boolean => kind === 'FORMER_PARTICIPANTS';

/** Whom a notification is for, one page of participants at a time. */
export const recipientsOf = async (
  store: Store,
  certificationEvent: LiveCertificationEvent,
  notification: Notification,
  from: string | undefined,
): Promise<Recipients> => {
  const { audience, certificationEventId, organizationId: about } = notification;
  const { published } = certificationEvent;
  const stateSide = (userIds: readonly UserId[]): Recipients =>
    only(userIds.map((userId) => ({ userId, organizationId: about, dueDate: published.outline.endDate })));
  switch (audience.kind) {
    case 'USER': {
      const participant =
        about && (await store.load('participant', { certificationEventId, organizationId: about }))?.state;
      const own = participant
        ? peopleOf(participant, published).find((one) => one.userId === audience.userId)
        : undefined;
      const { endDate } = published.outline;
      return only([own ?? { userId: audience.userId, organizationId: about, dueDate: endDate }]);
    }
    case 'CATEGORY_STATE':
      return stateSide(await stateMembers(store, published, audience.approversOnly));
    case 'STATE_WATCHERS':
      return stateSide(await stateWatchers(store, published));
    case 'DISTRICT_ADMINISTRATORS':
      return stateSide(await administratorsOf(store, audience.districtId));
    case 'PARTICIPANT': {
      const key = { certificationEventId, organizationId: audience.organizationId };
      const participant = (await store.load('participant', key))?.state;
      if (participant === undefined) return only([]);
      return only(peopleOf(participant, published).filter(({ userId }) => userId !== audience.except));
    }
    case 'ALL_PARTICIPANTS':
    case 'NEW_PARTICIPANTS':
    case 'FORMER_PARTICIPANTS':
      return listedRecipients(store, certificationEvent, { ...notification, audience }, from);
  }
};

/** Whom a district has for such things: its administrators. */
export const administratorsOf = async (store: Store, districtId: OrganizationId): Promise<readonly UserId[]> =>
  (await store.usersOf(districtId))
    .map((read) => read.state)
    .filter((user) => user.active && user.districtAdmin)
    .map(({ id }) => id);
