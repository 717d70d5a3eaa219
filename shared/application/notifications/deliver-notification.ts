import type { LiveCertificationEvent } from '../../domain/certification-event/state.ts';
import type { Participant } from '../../domain/participant/state.ts';
import type { Notification, NotifyWork, Tally } from '../outbox.ts';
import { administratorsOf, recipientsOf, stateWatchers } from './recipients.ts';
import { noTally, summaryFacts, tallied } from './tally.ts';
import { type NotifyPorts, type Subject, type Telling, tellPeople } from './tell-people.ts';

type Work = Extract<NotifyWork, { readonly type: 'NOTIFY' }>;

interface Delivery {
  readonly subject: Subject;
  readonly certificationEvent: LiveCertificationEvent;
  readonly notification: Notification;
}

const loaded = async (ports: NotifyPorts, notification: Notification): Promise<Delivery> => {
  const { certificationEventId, postedAt } = notification;
  const [agency, read] = await Promise.all([
    ports.store.load('agency', 'AGENCY'),
    ports.store.load('certificationEvent', certificationEventId),
  ]);
  const certificationEvent = read?.state;
  if (agency === undefined || (certificationEvent?.status !== 'PUBLISHED' && certificationEvent?.status !== 'CLOSED'))
    throw new Error('a notification is about nothing');
  const { name } = certificationEvent.published.outline;
  return { certificationEvent, notification, subject: { agency: agency.state, certificationEventId, name, postedAt } };
};

/** A district's administrators learn which of its participants has nobody to certify. */
const warnDistricts = async (
  ports: NotifyPorts,
  { subject, notification, certificationEvent }: Delivery,
  participants: readonly Participant[],
): Promise<void> => {
  const tellings = await Promise.all(
    participants.map(async ({ organizationId, districtId, name }): Promise<readonly Telling[]> => {
      const people = await administratorsOf(ports.store, districtId);
      return people.map((userId) => ({
        kind: 'NO_CERTIFIER',
        userId,
        organizationId,
        dueDate: certificationEvent.published.outline.endDate,
        facts: { participant: name },
        dedupe: `NO_CERTIFIER.${notification.dedupe}`,
      }));
    }),
  );
  await tellPeople(ports, subject, tellings.flat());
};

/** After the last page the state learns who was missing: participants without certifier, people without an address. */
const summarise = async (
  ports: NotifyPorts,
  { subject, notification, certificationEvent }: Delivery,
  found: { readonly withoutCertifier: Tally; readonly withoutMail: Tally },
): Promise<void> => {
  const summaries = [
    { kind: 'PARTICIPANTS_WITHOUT_CERTIFIER', tally: found.withoutCertifier },
    { kind: 'PEOPLE_WITHOUT_MAIL', tally: found.withoutMail },
  ] as const;
  const wanted = summaries.filter(({ tally }) => tally.count > 0);
  if (wanted.length === 0) return;
  const watchers = await stateWatchers(ports.store, certificationEvent.published);
  await tellPeople(
    ports,
    subject,
    wanted.flatMap(({ kind, tally }) =>
      watchers.map((userId) => ({
        kind,
        userId,
        organizationId: null,
        dueDate: certificationEvent.published.outline.endDate,
        facts: summaryFacts(tally),
        dedupe: `${kind}.${notification.dedupe}`,
      })),
    ),
  );
};

/** Posts a notification to one page of its recipients; a long list goes on in a message of its own. */
export const deliverNotification = async (ports: NotifyPorts, work: Work): Promise<void> => {
  const { notification, from } = work;
  const delivery = await loaded(ports, notification);
  const { kind, dedupe, facts } = notification;
  const page = await recipientsOf(ports.store, delivery.certificationEvent, notification, from);
  const unreachable = await tellPeople(
    ports,
    delivery.subject,
    page.people.map((person) => ({ ...person, kind, dedupe, facts: { ...facts, ...person.facts } })),
  );
  if (kind !== 'CERTIFICATION_EVENT_PUBLISHED') {
    if (page.next !== undefined) await ports.queues.sendNotification({ ...work, from: page.next });
    return;
  }
  await warnDistricts(ports, delivery, page.withoutCertifier);
  const found = {
    withoutCertifier: tallied(
      work.withoutCertifier ?? noTally,
      page.withoutCertifier.map(({ name }) => name),
    ),
    withoutMail: tallied(
      work.withoutMail ?? noTally,
      unreachable.map((user) => `${user.firstName} ${user.lastName}`),
    ),
  };
  if (page.next !== undefined) await ports.queues.sendNotification({ ...work, ...found, from: page.next });
  else await summarise(ports, delivery, found);
};
